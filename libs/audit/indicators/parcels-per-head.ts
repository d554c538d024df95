import type { Places } from '@choxa/places';
import type { Tx } from '@choxa/platform';
import { peopleIn, populationOf } from '../population/population.query.js';
import type { Cut, Scope } from '../scope/scope.js';
import type { CellFigure, Figure, Indicator } from './indicator.js';
import { nameOfCut } from './places-cut.js';
import { breakDownPostings, countPostings } from './postings.query.js';

/** Indicator 2. */
export const PARCELS_PER_HEAD: Indicator = {
  number: 2,
  titleVi: 'Số bưu gửi bình quân đầu người',
  titleEn: 'Postal items per head',
  measure: 'per_head',
  unit: 'parcels',
  methods: [
    {
      version: '2.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: '|{b : accepted in the period}| / population on its last day',
      textVi:
        'Tử số: số bưu gửi được chấp nhận tại bưu cục trong kỳ, theo tỉnh của người gửi. Mẫu số: dân số của nơi đó vào ngày cuối kỳ, theo nguồn đã công bố do ' +
        'cán bộ trung ương nhập. Nơi nào chưa có số dân thì không có số bình quân; cả nước chỉ có khi mọi tỉnh đã có. Chỉ tính bưu gửi đi qua nền tảng này.',
      textEn:
        'Numerator: parcels accepted at a counter in the period, by the sender’s province. Denominator: how many people live there on the last day of the ' +
        'period, from a published source entered by an official of the nation. Where the number of people is not known there is no figure; the nation has ' +
        'one only when every province has. Only parcels that pass through this platform.',
    },
  ],
  breakdowns: ['province', 'commune'],
  frozen: true,
  figure,
  breakdown,
};

async function figure(tx: Tx, scope: Scope, places: Places): Promise<Figure> {
  const { parcels, systemParcels } = await countPostings(tx, scope);
  return {
    numerator: parcels,
    denominator: peopleIn(await populationOf(tx, scope), scope, places),
    net: null,
    sides: [{ key: 'eCommerceParcels', numerator: systemParcels, denominator: parcels, unit: 'parcels' }],
  };
}

async function breakdown(tx: Tx, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const people = await populationOf(tx, scope);
  const rows = await breakDownPostings(tx, scope, by as 'province' | 'commune');
  return rows.map(({ code, parcels }) => ({
    code,
    name: nameOfCut(by, code, places),
    numerator: parcels,
    denominator: people.get(code) ?? 0,
    net: null,
    sides: [],
  }));
}
