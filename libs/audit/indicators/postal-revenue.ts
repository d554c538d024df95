import type { Places } from '@choxa/places';
import type { Tx } from '@choxa/platform';
import type { Cut, Scope } from '../scope/scope.js';
import type { CellFigure, Figure, Indicator } from './indicator.js';
import { nameOfCut } from './places-cut.js';
import { breakDownPostings, countPostings } from './postings.query.js';

/** Indicator 1. */
export const POSTAL_REVENUE: Indicator = {
  number: 1,
  titleVi: 'Tăng trưởng doanh thu bưu chính từ thương mại điện tử',
  titleEn: 'Growth of postal revenue from e-commerce',
  measure: 'growth',
  unit: 'vnd',
  methods: [
    {
      version: '1.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: 30,
      returnDays: 0,
      formula: '(postage of e-commerce parcels accepted in the period − the same a year earlier) / a year earlier',
      textVi:
        'Doanh thu: cước của các bưu gửi thương mại điện tử được chấp nhận tại bưu cục trong kỳ, tính theo khối lượng đã cân. Bưu gửi thương mại điện tử là ' +
        'bưu gửi do hệ thống của người gửi báo trước; bưu gửi lập tại quầy không tính, chỉ nêu bên cạnh. So với cùng kỳ năm trước; năm trước không phát ' +
        'sinh thì không có tỷ lệ. Chỉ tính trên nền tảng này, theo tỉnh của người gửi, giờ Việt Nam, làm tròn xuống hai chữ số thập phân.',
      textEn:
        'Revenue: the postage of e-commerce parcels accepted at a counter in the period, by the weight measured there. An e-commerce parcel is one that a ' +
        'sender’s system announced; parcels written at the counter do not count and are shown beside it. Compared with the same period a year earlier; ' +
        'where nothing arose then, there is no rate. On this platform only, by the sender’s province, Vietnamese time, rounded down to two decimals.',
    },
  ],
  breakdowns: ['province', 'commune', 'operator'],
  frozen: true,
  figure,
  breakdown,
};

async function figure(tx: Tx, scope: Scope): Promise<Figure> {
  const now = await countPostings(tx, scope);
  const before = await countPostings(tx, scope, 'yearBefore');
  return {
    numerator: now.systemPostageVnd,
    denominator: before.systemPostageVnd,
    net: null,
    sides: [
      { key: 'postage', numerator: now.postageVnd, denominator: null, unit: 'vnd' },
      { key: 'eCommerceParcels', numerator: now.systemParcels, denominator: now.parcels, unit: 'parcels' },
    ],
  };
}

async function breakdown(tx: Tx, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const cut = by as 'province' | 'commune' | 'operator';
  const now = new Map((await breakDownPostings(tx, scope, cut)).map((row) => [row.code, row.systemPostageVnd]));
  const before = new Map((await breakDownPostings(tx, scope, cut, 'yearBefore')).map((row) => [row.code, row.systemPostageVnd]));
  return [...new Set([...now.keys(), ...before.keys()])].sort().map((code) => ({
    code,
    name: nameOfCut(by, code, places),
    numerator: now.get(code) ?? 0,
    denominator: before.get(code) ?? 0,
    net: null,
    sides: [],
  }));
}
