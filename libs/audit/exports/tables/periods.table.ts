import { compareVersions, type ComparedFigure } from '../../periods/compare-versions.js';
import type { AuditTable } from '../audit-table.js';

/** Two versions of a period: `from` against the version of the scope. */
export const PERIOD_COMPARISON: AuditTable = {
  key: 'period-comparison',
  titleVi: 'So sánh hai bản của một kỳ',
  titleEn: 'Two versions of a period',
  columns: [
    { key: 'indicator', titleVi: 'Chỉ tiêu', titleEn: 'Indicator', kind: 'int' },
    { key: 'code', titleVi: 'Mã nơi', titleEn: 'Code of the place', kind: 'text' },
    { key: 'place', titleVi: 'Nơi', titleEn: 'Place', kind: 'text' },
    { key: 'numeratorBefore', titleVi: 'Tử số trước', titleEn: 'Numerator before', kind: 'int' },
    { key: 'denominatorBefore', titleVi: 'Mẫu số trước', titleEn: 'Denominator before', kind: 'int' },
    { key: 'valueBefore', titleVi: 'Giá trị trước', titleEn: 'Value before', kind: 'decimal' },
    { key: 'numeratorAfter', titleVi: 'Tử số sau', titleEn: 'Numerator after', kind: 'int' },
    { key: 'denominatorAfter', titleVi: 'Mẫu số sau', titleEn: 'Denominator after', kind: 'int' },
    { key: 'valueAfter', titleVi: 'Giá trị sau', titleEn: 'Value after', kind: 'decimal' },
  ],
  async rows(tx, { scope, params, places }, limit) {
    const { differences } = await compareVersions(tx, scope, { from: params.from ?? 0, to: scope.version }, places);
    return differences.slice(0, limit).map(({ indicator, code, kind, name, before, after }) => ({
      indicator,
      code,
      place: kind === 'nation' ? 'Toàn quốc / Nation' : name,
      ...cells('Before', before),
      ...cells('After', after),
    }));
  },
  filters: ({ params, scope }) => [['So / Compared', `${versionName(params.from ?? 0)} → ${versionName(scope.version)}`]],
  method: () => [
    'Chỉ nêu nơi có số khác nhau giữa hai bản; số phụ khác mà tử số, mẫu số giống thì hai bên giống nhau. / ' +
      'Only places where the two differ; where only side figures do, both sides read the same.',
  ],
};

const versionName = (version: number): string =>
  version === 0 ? 'số liệu hiện có / figures as they stand' : `phiên bản / version ${version}`;

function cells(suffix: 'Before' | 'After', figure: ComparedFigure | null) {
  return {
    [`numerator${suffix}`]: figure?.numerator ?? null,
    [`denominator${suffix}`]: figure?.denominator ?? null,
    [`value${suffix}`]: figure?.value ?? null,
  };
}
