import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { REGISTERED, registerParams } from '../households/register.sql.js';
import { cutOffOf } from '../periods/audit-period.rules.js';
import type { Cut, Scope } from '../scope/scope.js';
import { methodFor, type CellFigure, type Figure, type Indicator, type IndicatorMethod } from './indicator.js';
import { nameOfCut } from './places-cut.js';

const METHODS: readonly IndicatorMethod[] = [
  {
    version: '11.1',
    basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
    validFrom: '2024-05-02',
    validTo: null,
    target: 100,
    returnDays: 15,
    formula: '|{h in register : recognised(h) ∧ shown(h) ≥ 1 day ∧ traded(h) ≥ 1}| / |register|',
    textVi:
      'Mẫu số: số hộ trong sổ bộ hộ OCOP của các xã, bản mới nhất tính đến ngày cuối kỳ; sổ bộ do cán bộ nhập, không phải danh sách hộ đã lên sàn. ' +
      'Tử số: những hộ trong đó có ít nhất một quyết định công nhận OCOP còn hiệu lực trong kỳ và đã được hai cán bộ xác nhận, có sản phẩm được bày ít nhất ' +
      'một ngày (24 giờ) trong kỳ và bán được ít nhất một dòng hàng giao trong kỳ. Dòng hàng bị trả lại hết trước ngày chốt (15 ngày sau kỳ) không tính. ' +
      'Tính theo xã của sổ bộ, giờ Việt Nam, làm tròn xuống hai chữ số thập phân.',
    textEn:
      'Denominator: the households in the communes’ registers of OCOP households, each in its last version as of the last day of the period; registers are ' +
      'imported by officials and are no list of who is on the platform. Numerator: those of them that have at least one OCOP recognition which holds in the ' +
      'period and was confirmed by two officials, a product shown for at least one day (24 hours) in the period, and at least one line delivered in it. Lines ' +
      'returned whole by the cut-off (15 days after the period) do not count. By the commune of the register, Vietnamese time, rounded down to two decimals.',
  },
];

/** Indicator 11. */
export const SELLING_HOUSEHOLDS: Indicator = {
  number: 11,
  titleVi: 'Tỷ lệ hộ có sản phẩm OCOP bày bán và bán được hàng trên sàn',
  titleEn: 'Share of households with OCOP products that show and sell them',
  measure: 'share',
  unit: 'households',
  methods: METHODS,
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
  const [row] = await sql<Row>(tx, `${JUDGED} select ${COUNTS} from judged`, params(scope));
  return toFigure(row!);
}

async function breakdown(tx: Tx, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const rows = await sql<Row & { code: string }>(
    tx,
    `${JUDGED} select ${by}_code as code, ${COUNTS} from judged group by ${by}_code order by ${by}_code`,
    params(scope),
  );
  return rows.map((row) => ({ code: row.code, name: nameOfCut(by, row.code, places), ...toFigure(row) }));
}

/** `$7` and `$8`: the period, as far as it has come; `$9`: from when on a return no longer takes a line out. */
function params(scope: Scope): unknown[] {
  const { period, asOf } = scope;
  const until = period.until < asOf ? period.until : asOf;
  return [...registerParams(scope), period.from, until, cutOffOf(period, methodFor({ methods: METHODS }, period).returnDays)];
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

/** SQL of the lines an entry's household sold in the period. */
const SOLD = `audit.traded_line line where line.household_id = entry.household_id and line.delivered_at >= $7 and line.delivered_at < $8
  and coalesce(line.returned_at >= $9, true)`;

// A product's time in the shop is cut to the period; one that stands there still has been there until now.
const JUDGED = `
  with ${REGISTERED},
  shown as (
    select household_id from (
      select household_id, product_id, on_sale, at as since, lead(at, 1, 'infinity') over (partition by product_id order by at) as before
        from audit.product_display where household_id in (select household_id from entry)) stay
     where on_sale and since < $8 and before > $7
     group by household_id, product_id having sum(least(before, $8) - greatest(since, $7)) >= interval '1 day'),
  judged as (
    select commune_code, province_code, household_id is not null as matched,
           household_id in (select household_id from shown) as shown,
           exists (select from audit.recognition held where held.household_id = entry.household_id and held.valid_from <= $2
                     and held.valid_to >= $1 and coalesce(held.revoked_on > $1, true)) as recognised,
           exists (select from ${SOLD}) as sold,
           exists (select from ${SOLD} and self_dealing = '{}') as sold_to_others
      from entry)`;

const COUNTS = `
  count(*)::int as denominator,
  count(*) filter (where recognised and shown and sold)::int as numerator,
  count(*) filter (where recognised and shown and sold_to_others)::int as net,
  count(*) filter (where matched)::int as matched,
  count(*) filter (where recognised)::int as recognised,
  count(*) filter (where shown and not sold)::int as "displayedOnly",
  count(*) filter (where sold and shown is not true)::int as "soldOnly"`;
