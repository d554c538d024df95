import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { entriesParams } from '../register-periods/register-periods.js';
import { ENTRIES } from '../register-periods/register-periods.sql.js';
import type { Cut, Scope } from '../scope/scope.js';
import { inPlace, placeParams } from '../scope/scope.sql.js';
import type { CellFigure, Figure, Indicator } from './indicator.js';
import { nameOfCut } from './places-cut.js';
import { SELLING_METHODS } from './selling-methods.js';

/** Indicator 11. */
export const SELLING_HOUSEHOLDS: Indicator = {
  number: 11,
  titleVi: 'Tỷ lệ hộ có sản phẩm OCOP bày bán và bán được hàng trên sàn',
  titleEn: 'Share of households with OCOP products that show and sell them',
  measure: 'share',
  unit: 'households',
  methods: SELLING_METHODS,
  breakdowns: ['province', 'commune'],
  figure,
  breakdown,
};

interface Row {
  numerator: number;
  denominator: number;
  net: number;
  matched: number;
  recognised: number;
  displayedOnly: number;
  soldOnly: number;
}

async function figure(tx: Tx, scope: Scope): Promise<Figure> {
  const [row] = await sql<Row>(tx, `select ${COUNTS} ${JUDGED}`, params(scope));
  return toFigure(row!);
}

async function breakdown(tx: Tx, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const rows = await sql<Row & { code: string }>(
    tx,
    `select ${by}_code as code, ${COUNTS} ${JUDGED} group by ${by}_code order by ${by}_code`,
    params(scope),
  );
  return rows.map((row) => ({ code: row.code, name: nameOfCut(by, row.code, places), ...toFigure(row) }));
}

/** `$8`: the moment of the question: what comes later in the period counts not yet. */
function params(scope: Scope): unknown[] {
  return [...entriesParams(scope), scope.asOf, ...placeParams(scope)];
}

function toFigure({ numerator, denominator, net, ...sides }: Row): Figure {
  return {
    numerator,
    denominator,
    net: { numerator: net, denominator },
    sides: (['matched', 'recognised', 'displayedOnly', 'soldOnly'] as const).map((key) => ({
      key,
      numerator: sides[key],
      denominator,
      unit: 'households',
    })),
  };
}

const JUDGED = `
  from ${ENTRIES}
 cross join lateral (
   select household_id is not null as matched, coalesce(shown_at <= $8, false) as shown, coalesce(sold_at < $8, false) as sold,
          coalesce(sold_to_others_at < $8, false) as sold_to_others) judged
 where ${inPlace(9)}`;

const COUNTS = `
  count(*)::int as denominator,
  count(*) filter (where recognised and shown and sold)::int as numerator,
  count(*) filter (where recognised and shown and sold_to_others)::int as net,
  count(*) filter (where matched)::int as matched,
  count(*) filter (where recognised)::int as recognised,
  count(*) filter (where shown and not sold)::int as "displayedOnly",
  count(*) filter (where sold and not shown)::int as "soldOnly"`;
