import { DRAW_METHOD } from '../../samples/draw.rules.js';
import { readSampleResult } from '../../samples/sample-result.query.js';
import { toSampleResultDto } from '../../samples/samples.mapper.js';
import { listSampleItems, sampleOf } from '../../samples/samples.query.js';
import { yesNo, type AuditTable, type Fact, type TableQuestion } from '../audit-table.js';

/** Nobody's account: a file shows only what everybody who may see the item sees of it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const ofSample = ({ params }: TableQuestion): Fact[] => (params.id ? [['Mẫu / Sample', params.id]] : []);

/** The drawn products commune by commune, for the road. Empty where no sample is named. */
export const SAMPLE_ITEMS: AuditTable = {
  key: 'sample-items',
  titleVi: 'Danh sách sản phẩm của mẫu',
  titleEn: 'Products of a sample',
  columns: [
    { key: 'position', titleVi: 'Số', titleEn: 'No.', kind: 'int' },
    { key: 'province', titleVi: 'Tỉnh', titleEn: 'Province', kind: 'text' },
    { key: 'commune', titleVi: 'Xã, phường', titleEn: 'Commune', kind: 'text' },
    { key: 'household', titleVi: 'Hộ bán', titleEn: 'Seller', kind: 'text' },
    { key: 'product', titleVi: 'Sản phẩm', titleEn: 'Product', kind: 'text' },
    { key: 'set', titleVi: 'Nhóm', titleEn: 'Set', kind: 'text' },
    { key: 'barcode', titleVi: 'Mã vạch', titleEn: 'Barcode', kind: 'text' },
    { key: 'lot', titleVi: 'Lô', titleEn: 'Lot', kind: 'text' },
    { key: 'declared', titleVi: 'Tự khai đủ', titleEn: 'Declared complete', kind: 'text' },
    { key: 'double', titleVi: 'Hai người', titleEn: 'Two people', kind: 'text' },
    { key: 'outcome', titleVi: 'Kết quả', titleEn: 'Finding', kind: 'text' },
  ],
  filters: ofSample,
  async rows(tx, { scope, params }, limit) {
    if (!params.id) return [];
    const items = await listSampleItems(tx, scope.area, NOBODY, params.id);
    return items.slice(0, limit).map((item) => ({
      position: item.position,
      province: item.provinceName,
      commune: item.communeName,
      household: item.householdName,
      product: item.productName,
      set: item.setCode,
      barcode: item.label.barcode?.number ?? null,
      lot: item.label.lotCode ?? null,
      declared: yesNo(item.compliant),
      double: yesNo(item.double),
      outcome: item.inspections.findLast(({ round }) => round === 1)?.outcome ?? null,
    }));
  },
  method: () => [
    `Mẫu ngẫu nhiên phân tầng, cách rút ${DRAW_METHOD}; nhãn theo dòng hàng mới nhất của kỳ. / Stratified random sample, drawn by ${DRAW_METHOD}; labels of the latest line of the period.`,
  ],
};

/** Declared against audited, stratum by stratum, with the interval of each. Empty where no sample is named. */
export const SAMPLE_STRATA: AuditTable = {
  key: 'sample-strata',
  titleVi: 'Khai báo so với kiểm tra, từng tầng',
  titleEn: 'Declared against inspected, by stratum',
  columns: [
    { key: 'stratum', titleVi: 'Tầng (tỉnh/nhóm)', titleEn: 'Stratum (province/set)', kind: 'text' },
    { key: 'units', titleVi: 'Khung', titleEn: 'Frame', kind: 'int' },
    { key: 'declared', titleVi: 'Tự khai đủ', titleEn: 'Declared complete', kind: 'int' },
    { key: 'drawn', titleVi: 'Rút', titleEn: 'Drawn', kind: 'int' },
    { key: 'judged', titleVi: 'Xét được', titleEn: 'Judged', kind: 'int' },
    { key: 'right', titleVi: 'Đúng', titleEn: 'Right', kind: 'int' },
    { key: 'low', titleVi: 'Cận dưới 95 %', titleEn: '95 % low', kind: 'percent' },
    { key: 'high', titleVi: 'Cận trên 95 %', titleEn: '95 % high', kind: 'percent' },
  ],
  filters: ofSample,
  async rows(tx, { scope, params }, limit) {
    if (!params.id) return [];
    const { drawnAt } = await sampleOf(tx, scope.area, params.id);
    const { strata } = toSampleResultDto(drawnAt, await readSampleResult(tx, scope.area, params.id));
    return strata.slice(0, limit).map(({ key, units, declared, drawn, audited, interval }) => ({
      stratum: key,
      units,
      declared: declared.numerator,
      drawn,
      judged: audited.denominator,
      right: audited.numerator,
      low: interval?.lowPercent ?? null,
      high: interval?.highPercent ?? null,
    }));
  },
  async headline(tx, { scope, params }) {
    if (!params.id) return null;
    const strata = (await readSampleResult(tx, scope.area, params.id)).strata;
    const [numerator, denominator] = [
      strata.reduce((sum, { right }) => sum + right, 0),
      strata.reduce((sum, { judged }) => sum + judged, 0),
    ];
    return { numerator, denominator, value: null, methodVersion: DRAW_METHOD };
  },
  method: () => [
    'Khoảng tin cậy 95 % theo Wilson, có hiệu chỉnh tổng thể hữu hạn; sản phẩm không xét được không tính. / Wilson’s 95 % interval with the finite population correction; products that cannot be judged do not count.',
  ],
};
