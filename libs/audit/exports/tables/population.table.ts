import { populationSeen } from '../../population/population.query.js';
import type { AuditTable } from '../audit-table.js';

/** How many people live where, as entered last. */
export const POPULATION: AuditTable = {
  key: 'population',
  titleVi: 'Dân số',
  titleEn: 'Population',
  columns: [
    { key: 'code', titleVi: 'Mã', titleEn: 'Code', kind: 'text' },
    { key: 'name', titleVi: 'Nơi', titleEn: 'Place', kind: 'text' },
    { key: 'people', titleVi: 'Số dân', titleEn: 'People', kind: 'int' },
    { key: 'validFrom', titleVi: 'Từ ngày', titleEn: 'From', kind: 'day' },
    { key: 'basis', titleVi: 'Nguồn', titleEn: 'Source', kind: 'text' },
  ],
  rows: async (tx, { scope, places }, limit) => (await populationSeen(tx, scope.area, places)).slice(0, limit).map((row) => ({ ...row })),
  method: () => [
    'Số đã công bố do cán bộ trung ương nhập, ghi nguồn. / Published numbers entered by an official of the nation, with their source.',
  ],
};
