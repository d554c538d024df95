/** Fields of a label by their codes, in both languages. */
const FIELDS: Readonly<Record<string, string>> = {
  'brand.name': 'tên nhãn hiệu / brand name',
  'brand.owner': 'chủ nhãn hiệu / owner of the brand',
  'barcode.number': 'mã vạch / barcode',
  'barcode.format': 'mã vạch sai dạng / malformed barcode',
  'barcode.late': 'mã vạch cấp sau khi bán / barcode allotted after the sale',
  'origin.producer': 'tên nơi sản xuất / producer',
  'origin.address': 'địa chỉ sản xuất / producer’s address',
  'origin.place': 'nơi sản xuất của lô / place of the lot',
  'origin.lot': 'mã lô / lot code',
  'origin.date': 'ngày sản xuất hoặc thu hoạch / production or harvest date',
  'origin.trace-code': 'mã truy xuất / trace code',
  'origin.image': 'ảnh sản phẩm / product image',
  'origin.standard': 'tiêu chuẩn áp dụng / declared standard',
  'origin.shelf-life': 'hạn dùng / shelf life',
  'origin.event': 'nhật ký trước khi gửi / event before shipping',
};

const LEVELS: Readonly<Record<string, string>> = {
  none: 'chưa có / none',
  declared: 'tự khai / declared',
  format_valid: 'đúng dạng / format valid',
  checked: 'có người kiểm tra / checked by a person',
};

const BARCODES: Readonly<Record<string, string>> = { gtin: 'mã GS1 / GS1 code', internal: 'mã nội bộ / internal code' };

/** A label field in words; a code of a later rule stays a code. */
export const fieldWords = (code: string): string => FIELDS[code] ?? code;

/** A kind of barcode in words. */
export const barcodeWords = (kind: string): string => BARCODES[kind] ?? kind;

/** How well a part of a label is vouched for, in words. */
export const levelWords = (level: string): string => LEVELS[level] ?? level;
