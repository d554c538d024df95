/** Kinds of units, of today and before July 2025. */
export type Kind = 'xa' | 'phuong' | 'thi_tran' | 'dac_khu' | 'quan' | 'huyen' | 'thi_xa' | 'thanh_pho' | 'tinh';

/** The level a unit stands on. A `thanh_pho` is a city of the centre or a city of a province: only the rest of the address tells. */
export type Level = 'commune' | 'district' | 'province';

export const LEVELS_OF_KIND: Record<Kind, readonly Level[]> = {
  xa: ['commune'],
  phuong: ['commune'],
  thi_tran: ['commune'],
  dac_khu: ['commune'],
  quan: ['district'],
  huyen: ['district'],
  thi_xa: ['district'],
  thanh_pho: ['district', 'province'],
  tinh: ['province'],
};

const KIND_OF_WORD: Record<string, Kind> = {
  'thị trấn': 'thi_tran',
  'thị xã': 'thi_xa',
  'thành phố': 'thanh_pho',
  'đặc khu': 'dac_khu',
  phường: 'phuong',
  huyện: 'huyen',
  quận: 'quan',
  tỉnh: 'tinh',
  xã: 'xa',
};
const OFFICIAL_NAME = new RegExp(`^(${Object.keys(KIND_OF_WORD).join('|')}) (.+)$`, 'iu');

/** Splits an official full name (NFC): `Thị trấn Cầu Kè` → thi_tran, `Cầu Kè`. A name without a kind keeps its whole text. */
export function splitOfficialName(name: string): { kind: Kind | null; bare: string } {
  const match = OFFICIAL_NAME.exec(name);
  return match ? { kind: KIND_OF_WORD[match[1]!.toLowerCase()]!, bare: match[2]! } : { kind: null, bare: name };
}
