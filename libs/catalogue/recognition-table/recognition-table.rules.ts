import { findProductSet } from '@choxa/standards';
import type { IssuingLevel } from '../recognitions/recognition.rules.js';

/** A product with the recognition that it has at the end of a quarter. Days are `YYYY-MM-DD`. */
export interface HeldRecognition {
  productId: string;
  productName: string;
  setCode: string;
  householdName: string;
  communeCode: string | null;
  communeName: string | null;
  provinceName: string | null;
  stars: number;
  decisionNumber: string;
  decisionDate: string;
  authority: string;
  issuingLevel: IssuingLevel;
  setNamed: string | null;
  expiresOn: string;
}

export interface RecognitionTable {
  /** `2026-Q3`. */
  quarter: string;
  /** The day of which it speaks: the quarter's last, today in a running one. */
  asOf: string;
  lines: readonly HeldRecognition[];
}

export interface TableField {
  readonly name: string;
  /** Of the ministry's OCOP table; every other field is ours and says so in its name. */
  readonly ministry?: true;
  readonly vi: string;
  readonly en: string;
  of(line: HeldRecognition, quarter: string): string;
}

const LEVELS: Record<IssuingLevel, string> = {
  province: 'cấp tỉnh / province',
  central: 'cấp trung ương / central',
  district_legacy: 'cấp huyện trước 01/7/2025 / district before 1 July 2025',
};

/** The fields of the ministry's table first, as it calls them, then what we know besides. All values are text: codes keep their zeros. */
export const TABLE_FIELDS: readonly TableField[] = [
  {
    name: 'Ma_DonViHanhChinh',
    ministry: true,
    vi: 'Mã xã, phường, đặc khu của hộ',
    en: 'Code of the household’s commune',
    of: (line) => line.communeCode ?? '',
  },
  {
    name: 'Ma_ThoiGian',
    ministry: true,
    vi: 'Quý, ví dụ 2026-Q3',
    en: 'Quarter, for example 2026-Q3',
    of: (_line, quarter) => quarter,
  },
  { name: 'ChuTheSXKD', ministry: true, vi: 'Tên hộ, cơ sở', en: 'Name of the household', of: (line) => line.householdName },
  { name: 'XepHang', ministry: true, vi: 'Hạng sao: 3, 4 hoặc 5', en: 'Stars: 3, 4 or 5', of: (line) => String(line.stars) },
  { name: 'ChoXa_SanPham', vi: 'Tên sản phẩm', en: 'Product', of: (line) => line.productName },
  { name: 'ChoXa_MaSanPham', vi: 'Mã sản phẩm trên Chợ Xã', en: 'Id of the product here', of: (line) => line.productId },
  {
    name: 'ChoXa_NhomSanPham',
    vi: 'Bộ sản phẩm OCOP hiện nay',
    en: 'OCOP product set of today',
    of: (line) => findProductSet(line.setCode)?.vi ?? line.setCode,
  },
  { name: 'ChoXa_NhomTheoQuyetDinh', vi: 'Nhóm ghi trên quyết định', en: 'Set named in the decision', of: (line) => line.setNamed ?? '' },
  { name: 'ChoXa_SoQuyetDinh', vi: 'Số quyết định', en: 'Number of the decision', of: (line) => line.decisionNumber },
  { name: 'ChoXa_NgayQuyetDinh', vi: 'Ngày quyết định', en: 'Day of the decision', of: (line) => line.decisionDate },
  { name: 'ChoXa_CoQuan', vi: 'Cơ quan công nhận', en: 'Authority', of: (line) => line.authority },
  { name: 'ChoXa_CapCongNhan', vi: 'Cấp công nhận', en: 'Issuing level', of: (line) => LEVELS[line.issuingLevel] },
  { name: 'ChoXa_HieuLucDen', vi: 'Có hiệu lực đến hết ngày', en: 'Last day on which it holds', of: (line) => line.expiresOn },
  { name: 'ChoXa_TenXa', vi: 'Xã, phường, đặc khu', en: 'Commune', of: (line) => line.communeName ?? '' },
  { name: 'ChoXa_TenTinh', vi: 'Tỉnh, thành phố', en: 'Province', of: (line) => line.provinceName ?? '' },
];

/** The rows of the table, its head first. */
export function* tableRows({ lines, quarter }: RecognitionTable): Generator<string[], void> {
  yield TABLE_FIELDS.map(({ name }) => name);
  for (const line of lines) yield TABLE_FIELDS.map((field) => field.of(line, quarter));
}
