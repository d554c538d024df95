/** What can be wrong with a cell of a product sheet, with the sentence that says how to mend it. A closed list: the code is stored. */
export const SHEET_FAULTS = {
  'cell.missing': { vi: 'Ô này phải có.', en: 'This cell is required.' },
  'cell.too-long': { vi: 'Chữ quá dài.', en: 'The text is too long.' },
  'cell.damaged': { vi: 'Chữ bị hỏng bảng mã (có ký tự �).', en: 'The text lost its letters (it holds �).' },
  'name.short': { vi: 'Tên cần ít nhất 2 chữ cái.', en: 'A name needs at least 2 letters.' },
  'set.unknown': { vi: 'Không có nhóm này: ghi số 1–26 hoặc tên nhóm OCOP.', en: 'No such set: write 1–26 or the name of the OCOP set.' },
  'content.number': {
    vi: 'Cần số lớn hơn 0, tối đa 1.000.000 và 3 chữ số lẻ.',
    en: 'A number above 0, at most 1,000,000 and 3 decimals, is needed.',
  },
  'unit.unknown': { vi: 'Không có đơn vị này, xem trang hướng dẫn.', en: 'No such unit, see the guide sheet.' },
  'price.number': { vi: 'Giá là số đồng tròn, lớn hơn 0: 120000.', en: 'The price is whole đồng above 0: 120000.' },
  'stock.number': { vi: 'Số gói là số tròn từ 0 đến 1.000.000.', en: 'The stock is a whole number from 0 to 1,000,000.' },
  'weight.number': { vi: 'Cân nặng là số gam tròn từ 1 đến 1.000.000.', en: 'The weight is whole grams from 1 to 1,000,000.' },
  'days.number': { vi: 'Hạn dùng là số ngày tròn từ 1 đến 36.500.', en: 'The shelf life is whole days from 1 to 36,500.' },
  'row.twice': {
    vi: 'Dòng này trùng tên và quy cách với một dòng ở trên.',
    en: 'This row has the name and net content of one above.',
  },
  'set.differs': {
    vi: 'Nhóm khác với dòng ở trên của cùng sản phẩm.',
    en: 'The set differs from that of the same product in a row above.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

export type SheetFaultCode = keyof typeof SHEET_FAULTS;
