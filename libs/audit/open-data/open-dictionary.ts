/** What the columns of the published files mean, in the order of the CSV. */
export const OPEN_FIELDS = [
  { name: 'period', vi: 'Kỳ: quý hoặc năm, giờ Việt Nam', en: 'Period: quarter or year in Vietnamese time' },
  { name: 'version', vi: 'Phiên bản đã chốt của kỳ', en: 'Closed version of the period' },
  { name: 'indicator', vi: 'Số của chỉ tiêu (Quyết định 689/QĐ-BTTTT)', en: 'Number of the indicator (Decision 689/QĐ-BTTTT)' },
  { name: 'method', vi: 'Phiên bản cách tính', en: 'Version of the method' },
  {
    name: 'measure',
    vi: 'Cách đọc kết quả: share (%), growth (%), per_head, hours',
    en: 'How the value is read: share (%), growth (%), per_head, hours',
  },
  { name: 'place_kind', vi: 'Cấp: nation (cả nước), province (tỉnh), commune (xã)', en: 'Level: nation, province, commune' },
  { name: 'place_code', vi: 'Mã đơn vị hành chính, hoặc VN', en: 'Code of the administrative unit, or VN' },
  { name: 'place_name', vi: 'Tên đơn vị hành chính', en: 'Name of the administrative unit' },
  { name: 'numerator', vi: 'Tử số', en: 'Numerator' },
  { name: 'denominator', vi: 'Mẫu số', en: 'Denominator' },
  { name: 'value', vi: 'Kết quả, làm tròn xuống; để trống khi không phát sinh', en: 'Value, rounded down; empty where none arose' },
  { name: 'net_numerator', vi: 'Tử số không kể hộ tự mua', en: 'Numerator without self-dealing' },
  { name: 'net_denominator', vi: 'Mẫu số không kể hộ tự mua', en: 'Denominator without self-dealing' },
  { name: 'net_value', vi: 'Kết quả không kể hộ tự mua', en: 'Value without self-dealing' },
  {
    name: 'left_out',
    vi: 'true: không công bố, vì dưới 5 người mua hoặc bưu gửi, hoặc để không suy ra được số như vậy',
    en: 'true: not published, with fewer than 5 buyers or parcels behind it, or so that no such figure can be computed',
  },
] as const;

export const LICENCE = {
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'Chợ Xã',
} as const;
