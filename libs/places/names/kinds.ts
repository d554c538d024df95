import { normalizeText } from '@choxa/standards';

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

const OFFICIAL: readonly [word: string, kind: Kind][] = [
  ['Thị trấn', 'thi_tran'],
  ['Thị xã', 'thi_xa'],
  ['Thành phố', 'thanh_pho'],
  ['Đặc khu', 'dac_khu'],
  ['Phường', 'phuong'],
  ['Huyện', 'huyen'],
  ['Quận', 'quan'],
  ['Tỉnh', 'tinh'],
  ['Xã', 'xa'],
];

/** Splits an official full name: `Thị trấn Cầu Kè` → thi_tran, `Cầu Kè`. A name without a kind keeps its whole text. */
export function splitOfficialName(name: string): { kind: Kind | null; bare: string } {
  const text = normalizeText(name);
  for (const [word, kind] of OFFICIAL)
    if (text.toLowerCase().startsWith(`${word.toLowerCase()} `)) return { kind, bare: text.slice(word.length + 1) };
  return { kind: null, bare: text };
}
