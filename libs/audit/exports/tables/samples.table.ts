import type { Tx } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import { shareOf } from '../../indicators/share.rules.js';
import type { Outcome } from '../../inspections/verdicts.rules.js';
import { DRAW_METHOD } from '../../samples/draw.rules.js';
import { readSampleResult } from '../../samples/sample-result.query.js';
import { toSampleResultDto } from '../../samples/samples.mapper.js';
import { listSampleItems, sampleOf, type SampleItemRow } from '../../samples/samples.query.js';
import { yesNo, type AuditTable, type Fact, type TableQuestion } from '../audit-table.js';
import { paperText } from '../pdf-columns.rules.js';
import { setWords } from './set-words.rules.js';

/** Nobody's account: a file shows only what everybody who may see the item sees of it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const OUTCOMES: Record<Outcome, string> = { right: 'đúng / right', wrong: 'sai / wrong', unclear: 'không xét được / unclear' };

/** What a sample is called, and from what anybody can draw it again. */
async function ofSample({ scope, params }: TableQuestion, tx: Tx): Promise<Fact[]> {
  if (!params.id) return [];
  const { id, title, drawnAt, seed, frameSize, frameHash } = await sampleOf(tx, scope.area, params.id);
  return [
    ['Mẫu / Sample', title ? `${title} (${id})` : id],
    ['Rút lúc / Drawn at', toLocalTimestamp(drawnAt)],
    ['Hạt giống / Seed', seed],
    ['Khung / Frame', `${paperText(frameSize, 'int')} sản phẩm / products`],
    ['Mã băm của khung / Hash of the frame', frameHash],
  ];
}

/** The share that the whole frame is estimated to have, which strata weigh by their size. */
async function estimateOf({ scope, params }: TableQuestion, tx: Tx): Promise<Fact[]> {
  if (!params.id) return [];
  const { drawnAt } = await sampleOf(tx, scope.area, params.id);
  const { audited } = toSampleResultDto(drawnAt, await readSampleResult(tx, scope.area, params.id));
  if (!audited) return [];
  const [share, low, high] = [audited.sharePercent, audited.lowPercent, audited.highPercent].map((one) => paperText(one, 'percent'));
  const of = `${paperText(audited.units, 'int')} sản phẩm của khung / products of the frame`;
  return [['Ước lượng có trọng số, khoảng 95 % / Weighted estimate, 95 % interval', `${share} (${low} – ${high}), ${of}`]];
}

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
      set: setWords(item.setCode),
      barcode: item.label.barcode?.number ?? null,
      lot: item.label.lotCode ?? null,
      declared: yesNo(item.compliant),
      double: yesNo(item.double),
      outcome: outcomeOf(item),
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
    { key: 'stratum', titleVi: 'Tầng (tỉnh, nhóm)', titleEn: 'Stratum (province, set)', kind: 'text' },
    { key: 'units', titleVi: 'Khung', titleEn: 'Frame', kind: 'int' },
    { key: 'declared', titleVi: 'Tự khai đủ', titleEn: 'Declared complete', kind: 'int' },
    { key: 'drawn', titleVi: 'Rút', titleEn: 'Drawn', kind: 'int' },
    { key: 'judged', titleVi: 'Xét được', titleEn: 'Judged', kind: 'int' },
    { key: 'right', titleVi: 'Đúng', titleEn: 'Right', kind: 'int' },
    { key: 'low', titleVi: 'Cận dưới 95 %', titleEn: '95 % low', kind: 'percent' },
    { key: 'high', titleVi: 'Cận trên 95 %', titleEn: '95 % high', kind: 'percent' },
  ],
  filters: async (question, tx) => [...(await ofSample(question, tx)), ...(await estimateOf(question, tx))],
  async rows(tx, { scope, params, places }, limit) {
    if (!params.id) return [];
    const { drawnAt } = await sampleOf(tx, scope.area, params.id);
    const { strata } = toSampleResultDto(drawnAt, await readSampleResult(tx, scope.area, params.id));
    return strata.slice(0, limit).map(({ key, provinceCode, setCode, units, declared, drawn, audited, interval }) => ({
      stratum: stratumWords(key, provinceCode && (places.province(provinceCode)?.name ?? provinceCode), setCode && setWords(setCode)),
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
    return { numerator, denominator, measure: 'share', value: shareOf(numerator, denominator).share, methodVersion: DRAW_METHOD };
  },
  method: () => [
    'Khoảng tin cậy 95 % theo Wilson, có hiệu chỉnh tổng thể hữu hạn; sản phẩm không xét được không tính. / Wilson’s 95 % interval with the finite population correction; products that cannot be judged do not count.',
  ],
};

/** The first inspector's latest finding that may be seen. */
function outcomeOf({ inspections }: SampleItemRow): string | null {
  const found = inspections.findLast(({ round }) => round === 1);
  return found ? OUTCOMES[found.outcome] : null;
}

/** `Tỉnh Cà Mau · 13. Cà phê, ca cao / Coffee, cocoa (96/13)`; the key is that of the frame. */
function stratumWords(key: string, province: string | null, set: string | null): string {
  const parts = [province, set].filter(Boolean);
  return parts.length ? `${parts.join(' · ')} (${key})` : key;
}
