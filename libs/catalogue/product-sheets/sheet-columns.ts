import { fold } from '@choxa/standards';

interface SheetColumn {
  readonly vi: string;
  readonly en: string;
  readonly required: boolean;
  /** What the guide sheet of the template says. */
  readonly helpVi: string;
  readonly helpEn: string;
  /** Cells of the template's two invented rows. */
  readonly examples: readonly [string | number, string | number];
}

/** The columns of a product sheet, one pack a row. The code is what is stored and may stand in the header too. */
export const SHEET_COLUMNS = {
  product_name: {
    vi: 'Tên sản phẩm',
    en: 'Product name',
    required: true,
    helpVi: '2–150 ký tự. Nhiều dòng cùng tên là nhiều quy cách của một sản phẩm.',
    helpEn: '2–150 characters. Several rows of one name are several packs of one product.',
    examples: ['Mật ong hoa cà phê', 'Giỏ cói đan tay'],
  },
  product_set: {
    vi: 'Nhóm sản phẩm',
    en: 'Product set',
    required: true,
    helpVi: 'Số 1–26 hoặc tên nhóm OCOP, xem danh sách bên dưới.',
    helpEn: 'Number 1–26 or the name of the OCOP set, see the list below.',
    examples: [4, 21],
  },
  net_content: {
    vi: 'Khối lượng, số lượng',
    en: 'Net content',
    required: true,
    helpVi: 'Số lớn hơn 0, tối đa 3 chữ số lẻ: 500 hoặc 0,5.',
    helpEn: 'A number above 0 with at most 3 decimals: 500 or 0,5.',
    examples: [500, 1],
  },
  unit: {
    vi: 'Đơn vị',
    en: 'Unit',
    required: true,
    helpVi: 'g, kg, ml, l, m, cái, quả, bó, cành, cây, chậu, gói, túi, hộp, hũ, chai, lon, bộ, đôi, khách.',
    helpEn: 'g, kg, ml, l, m, piece, fruit, bunch, branch, plant, pot, packet, bag, box, jar, bottle, can, set, pair, person.',
    examples: ['ml', 'cái'],
  },
  price_vnd: {
    vi: 'Giá bán (đồng)',
    en: 'Price (đồng)',
    required: true,
    helpVi: 'Giá của một gói, số tròn: 120000 hoặc 120.000.',
    helpEn: 'Price of one pack in whole đồng: 120000 or 120.000.',
    examples: [120000, 95000],
  },
  stock: {
    vi: 'Còn bao nhiêu',
    en: 'Stock',
    required: false,
    helpVi: 'Số gói đang có. Để trống: hàng đã có giữ nguyên, hàng mới là 0.',
    helpEn: 'Packs at hand. Empty: what was there stays, a new pack has 0.',
    examples: [24, 10],
  },
  weight_grams: {
    vi: 'Cân nặng cả bao bì (gam)',
    en: 'Weight with wrapping (grams)',
    required: false,
    helpVi: 'Để tính cước. Để trống thì tự ước lượng.',
    helpEn: 'For the postage. Estimated when empty.',
    examples: [780, 450],
  },
  brand_name: {
    vi: 'Nhãn hiệu',
    en: 'Brand',
    required: false,
    helpVi: 'Nhãn hiệu của chính người bán. Chỉ dùng cho sản phẩm mới.',
    helpEn: "The seller's own brand. Read for new products only.",
    examples: ['Ong Mẫu', ''],
  },
  standards: {
    vi: 'Tiêu chuẩn áp dụng',
    en: 'Declared standards',
    required: false,
    helpVi: 'Ví dụ TCVN 5267-1:2008. Chỉ dùng cho sản phẩm mới.',
    helpEn: 'For example TCVN 5267-1:2008. Read for new products only.',
    examples: ['TCCS 01:2026', ''],
  },
  shelf_life_days: {
    vi: 'Hạn sử dụng (ngày)',
    en: 'Shelf life (days)',
    required: false,
    helpVi: 'Số ngày dùng được từ ngày sản xuất. Chỉ dùng cho sản phẩm mới.',
    helpEn: 'Days from production. Read for new products only.',
    examples: [365, ''],
  },
  description: {
    vi: 'Mô tả',
    en: 'Description',
    required: false,
    helpVi: 'Chữ thường, tối đa 4.000 ký tự. Chỉ dùng cho sản phẩm mới.',
    helpEn: 'Plain text, at most 4,000 characters. Read for new products only.',
    examples: ['Mật ong nuôi dưới tán cà phê.', 'Cói khô đan tay, có quai.'],
  },
} as const satisfies Record<string, SheetColumn>;

export type SheetColumnCode = keyof typeof SHEET_COLUMNS;
export const SHEET_COLUMN_CODES = Object.keys(SHEET_COLUMNS) as SheetColumnCode[];

/** One row's texts by column; a column that the file does not have is absent. */
export type SheetCells = Partial<Record<SheetColumnCode, string>>;

/** `Tên sản phẩm / Product name *`, as the template's header says it. */
export function columnTitle(code: SheetColumnCode): string {
  const { vi, en, required } = SHEET_COLUMNS[code];
  return `${vi} / ${en}${required ? ' *' : ''}`;
}

const keyOf = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '');
const BY_KEY = new Map(
  SHEET_COLUMN_CODES.flatMap((code) => {
    const { vi, en } = SHEET_COLUMNS[code];
    return [code, vi, en, columnTitle(code)].map((name) => [keyOf(name), code] as const);
  }),
);

/** Where each known column stands in a header; `ignored` names the others, `missing` the required ones that are not there. */
export interface SheetHeader {
  at: Partial<Record<SheetColumnCode, number>>;
  ignored: string[];
  missing: SheetColumnCode[];
  twice: SheetColumnCode[];
}

/** Reads a header row: codes, Vietnamese or English names, in any order and case, with or without marks. */
export function readSheetHeader(cells: readonly string[]): SheetHeader {
  const header: SheetHeader = { at: {}, ignored: [], missing: [], twice: [] };
  for (const [index, cell] of cells.entries()) {
    const code = BY_KEY.get(keyOf(cell));
    if (!code) {
      if (cell.trim()) header.ignored.push(cell.trim().slice(0, 60));
    } else if (header.at[code] === undefined) header.at[code] = index;
    else header.twice.push(code);
  }
  header.missing = SHEET_COLUMN_CODES.filter((code) => SHEET_COLUMNS[code].required && header.at[code] === undefined);
  return header;
}
