/** The three parts of the label that officials audit (domain.md §5). */
export const LABEL_PARTS = ['brand', 'barcode', 'origin'] as const;
export type LabelPart = (typeof LABEL_PARTS)[number];

/** From nothing said to seen by a person; kept apart everywhere. The order is the order of trust. */
export const LABEL_LEVELS = ['none', 'declared', 'format_valid', 'checked'] as const;
export type LabelLevel = (typeof LABEL_LEVELS)[number];

/** Where a household fills in what is missing. */
export const LABEL_PLACES = ['product', 'picture', 'barcode', 'lot', 'household'] as const;
export type LabelPlace = (typeof LABEL_PLACES)[number];

interface FieldText {
  readonly part: LabelPart;
  readonly where: LabelPlace;
  readonly vi: string;
  readonly en: string;
}

/** What can be missing on a label, with the sentence that tells a household what to do. A closed list: the code is what is stored and counted. */
export const LABEL_FIELDS = {
  'brand.name': {
    part: 'brand',
    where: 'product',
    vi: 'Chưa có tên nhãn hiệu riêng (không phải tên loại sản phẩm).',
    en: 'No brand name of its own yet (the kind of product is not a brand).',
  },
  'brand.owner': {
    part: 'brand',
    where: 'product',
    vi: 'Chưa rõ chủ nhãn hiệu: của chính người bán, hoặc có giấy cho phép dùng.',
    en: 'The owner of the brand is not clear: the seller, or somebody who gave a documented licence.',
  },
  'barcode.number': { part: 'barcode', where: 'barcode', vi: 'Gói hàng chưa có mã vạch.', en: 'The pack has no barcode number yet.' },
  'barcode.format': {
    part: 'barcode',
    where: 'barcode',
    vi: 'Mã vạch sai dạng hoặc sai số kiểm tra.',
    en: 'The barcode number is not well formed.',
  },
  'barcode.late': {
    part: 'barcode',
    where: 'barcode',
    vi: 'Mã vạch được cấp sau khi hàng đã giao đi.',
    en: 'The barcode number was allotted only after the goods were handed over.',
  },
  'origin.producer': { part: 'origin', where: 'household', vi: 'Chưa có tên nơi sản xuất.', en: 'The name of the producer is missing.' },
  'origin.address': {
    part: 'origin',
    where: 'household',
    vi: 'Địa chỉ nơi sản xuất chưa có xã, phường hợp lệ.',
    en: 'The address of the producer has no valid commune.',
  },
  'origin.place': {
    part: 'origin',
    where: 'lot',
    vi: 'Lô hàng chưa ghi nơi trồng hoặc nơi làm ra.',
    en: 'The lot does not say where it was grown or made.',
  },
  'origin.lot': {
    part: 'origin',
    where: 'lot',
    vi: 'Chưa có lô hàng còn hạn cho gói này.',
    en: 'The pack has no lot within its shelf life yet.',
  },
  'origin.date': {
    part: 'origin',
    where: 'lot',
    vi: 'Chưa có ngày thu hoạch hoặc ngày sản xuất.',
    en: 'The date of harvest or production is missing.',
  },
  'origin.trace-code': { part: 'origin', where: 'lot', vi: 'Chưa có mã truy xuất công khai.', en: 'There is no public trace code yet.' },
  'origin.image': { part: 'origin', where: 'picture', vi: 'Chưa có ảnh sản phẩm.', en: 'There is no picture of the product yet.' },
  'origin.standard': {
    part: 'origin',
    where: 'product',
    vi: 'Chưa ghi tiêu chuẩn công bố áp dụng cho nhóm hàng này.',
    en: 'The declared standard that this product set demands is missing.',
  },
  'origin.shelf-life': { part: 'origin', where: 'product', vi: 'Chưa ghi hạn sử dụng.', en: 'The shelf life is missing.' },
  'origin.event': {
    part: 'origin',
    where: 'lot',
    vi: 'Lô hàng chưa có bước nào được ghi trước khi gửi đi (trồng, thu hoạch, chế biến, đóng gói).',
    en: 'No step of the lot was recorded before shipping (growing, harvesting, processing, packing).',
  },
} as const satisfies Record<string, FieldText>;

export type LabelField = keyof typeof LABEL_FIELDS;

/** The sentence for a missing field. */
export function labelFieldText(field: LabelField, language: 'vi' | 'en' = 'vi'): string {
  return LABEL_FIELDS[field][language];
}
