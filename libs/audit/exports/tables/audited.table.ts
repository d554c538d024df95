import { sql } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { inReach, reachParams } from '../../samples/reach.js';
import { readSampleResult } from '../../samples/sample-result.query.js';
import { toSampleResultDto } from '../../samples/samples.mapper.js';
import type { AuditTable, TableRow } from '../audit-table.js';

/** The samples of the period: what labels declared against what inspectors found. */
export const AUDITED: AuditTable = {
  key: 'audited',
  inReport: 'everywhere',
  titleVi: 'Tự khai và kiểm tra thực tế',
  titleEn: 'Declared against audited',
  columns: [
    { key: 'title', titleVi: 'Đợt kiểm tra', titleEn: 'Sample', kind: 'text' },
    { key: 'drawnOn', titleVi: 'Ngày rút mẫu', titleEn: 'Drawn on', kind: 'day' },
    { key: 'declaredCompliant', titleVi: 'Tự khai đủ', titleEn: 'Declared complete', kind: 'int' },
    { key: 'declaredOf', titleVi: 'Trong số sản phẩm', titleEn: 'Of products', kind: 'int' },
    { key: 'declared', titleVi: 'Tỷ lệ tự khai', titleEn: 'Declared share', kind: 'percent' },
    { key: 'audited', titleVi: 'Tỷ lệ kiểm tra', titleEn: 'Audited share', kind: 'percent' },
    { key: 'low', titleVi: 'Cận dưới 95 %', titleEn: 'Lower bound', kind: 'percent' },
    { key: 'high', titleVi: 'Cận trên 95 %', titleEn: 'Upper bound', kind: 'percent' },
  ],
  async rows(tx, { scope }) {
    const samples = await sql<{ id: string; title: string; drawnAt: Date }>(tx, SAMPLES, [...reachParams(scope.area), scope.period.key]);
    const rows: TableRow[] = [];
    for (const { id, title, drawnAt } of samples) {
      const { declared, audited } = toSampleResultDto(drawnAt, await readSampleResult(tx, scope.area, id));
      rows.push({
        title,
        drawnOn: localDay(drawnAt),
        declaredCompliant: declared.numerator,
        declaredOf: declared.denominator,
        declared: declared.share,
        audited: audited?.sharePercent ?? null,
        low: audited?.lowPercent ?? null,
        high: audited?.highPercent ?? null,
      });
    }
    return rows;
  },
  method: () => [
    'Mẫu ngẫu nhiên phân tầng theo tỉnh và nhóm sản phẩm; khoảng tin cậy 95 %. / Random sample, stratified by province and product set; 95 % interval.',
  ],
};

const SAMPLES = `
select id, title, drawn_at as "drawnAt" from audit.sample
where period = $3 and exists (select 1 from audit.sample_item item where item.sample_id = sample.id and ${inReach('item')})
order by drawn_at, id`;
