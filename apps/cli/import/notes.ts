import type { Column } from './columns.rules.js';

/** Why a row is not brought in, what it leaves open, or why nothing was to be done. */
const TEXTS = {
  // Refused.
  'text.damaged': ['product_name', 'Chữ bị hỏng khi lưu tệp: "{}"', 'Letters were lost when the file was saved: "{}"'],
  'name.missing': ['product_name', 'Thiếu tên sản phẩm', 'The product has no name'],
  'name.unreadable': ['product_name', '"{}" không phải tên sản phẩm', '"{}" is no name of a product'],
  'name.too-long': ['product_name', 'Tên sản phẩm dài quá {} ký tự', 'The name of the product is longer than {} characters'],
  'producer.missing': [
    'producer_name',
    'Thiếu tên nhà sản xuất: sản phẩm phải thuộc về một hộ hoặc cơ sở',
    'No producer is named: a product belongs to a household or a subject',
  ],
  'producer.unreadable': ['producer_name', '"{}" không phải tên nhà sản xuất', '"{}" is no name of a producer'],
  'producer.too-long': ['producer_name', 'Tên nhà sản xuất dài quá {} ký tự', 'The name of the producer is longer than {} characters'],
  'set.unknown': [
    'ocop_group',
    'Không rõ sản phẩm thuộc bộ nào: thiếu ocop_group và tên không cho biết',
    'Which product set it belongs to is unknown: no ocop_group, and the name does not tell',
  ],
  // Gaps.
  'commune.missing': ['commune', 'Không nêu xã', 'No commune is named'],
  'commune.ambiguous': ['commune', 'Có thể là nhiều xã: {}', 'It may be one of several communes: {}'],
  'commune.unknown': ['commune', 'Không tìm thấy xã "{}"', 'There is no commune "{}"'],
  'commune.to-check': ['commune', 'Đã hiểu là {}; hãy kiểm tra', 'Read as {}; please check'],
  'commune.elsewhere': ['commune', 'Không có "{}" ở tỉnh đã ghi', 'There is no "{}" in the province that is written'],
  'commune.differs': ['commune', 'Nhà sản xuất đã ghi ở xã khác', 'The producer is known in another commune'],
  'province.missing': ['province', 'Không nêu tỉnh', 'No province is named'],
  'province.unknown': ['province', 'Không tìm thấy tỉnh "{}"', 'There is no province "{}"'],
  'kind.unknown': ['producer_kind', 'Không rõ loại hình nhà sản xuất: ghi là hộ', 'The kind of producer is unknown: taken as a household'],
  'stars.missing': ['stars', 'Không nêu số sao: chưa ghi công nhận', 'No stars are named: no recognition is recorded'],
  'stars.unreadable': [
    'stars',
    '"{}" không phải 3, 4 hoặc 5 sao: chưa ghi công nhận',
    '"{}" is not 3, 4 or 5 stars: no recognition is recorded',
  ],
  'year.missing': ['year_recognised', 'Không nêu năm công nhận', 'The year of the recognition is missing'],
  'year.unreadable': ['year_recognised', '"{}" không phải năm công nhận', '"{}" is no year of a recognition'],
  'year.future': ['year_recognised', 'Năm {} chưa đến', 'The year {} has not come yet'],
  'recognition.expired': ['year_recognised', 'Công nhận đã hết hạn: không hiện sao', 'The recognition has run out: no stars are shown'],
  'group.unknown': ['ocop_group', 'Không rõ nhóm OCOP: xếp bộ theo tên', 'The OCOP group is unknown: the set is taken from the name'],
  'set.to-check': ['ocop_group', 'Bộ sản phẩm tạm xếp là {}: hãy kiểm tra', 'The product set is taken to be {}: please check'],
  'price.missing': ['price_vnd', 'Thiếu giá', 'The price is missing'],
  'price.unreadable': ['price_vnd', '"{}" không phải giá bằng đồng', '"{}" is no price in đồng'],
  // Nothing to do, or done to what was there.
  'row.same': ['product_name', 'Trùng với dòng {}', 'The same as row {}'],
  'product.known': ['product_name', 'Đã có từ trước', 'It was there before'],
  'recognition.added': ['stars', 'Thêm công nhận cho sản phẩm đã có', 'A recognition was added to a product that was there'],
  'commune.added': ['commune', 'Bổ sung xã cho nhà sản xuất đã có', 'The commune of a producer that was there was filled in'],
} as const satisfies Record<string, readonly [Column, string, string]>;

export type NoteCode = keyof typeof TEXTS;

export interface Note {
  code: NoteCode;
  column: Column;
  vi: string;
  en: string;
}

/** A note with its sentences; `detail` is what they quote. */
export function note(code: NoteCode, detail = ''): Note {
  const [column, vi, en] = TEXTS[code];
  return { code, column, vi: vi.replace('{}', () => detail), en: en.replace('{}', () => detail) };
}

/** The sentences of a code alone, for counts: what they quote is left out. */
export function meaningOf(code: NoteCode): { vi: string; en: string } {
  const [, vi, en] = TEXTS[code];
  const general = (text: string): string => text.replace(/"\{\}"|\{\}/, '…');
  return { vi: general(vi), en: general(en) };
}
