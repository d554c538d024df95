import { sql, type Tx } from '@choxa/platform';
import { quartersUpTo } from '../periods/audit-period.rules.js';
import type { Scope } from '../scope/scope.js';
import type { Figure, Indicator } from './indicator.js';

/** Indicator 9. */
export const PLATFORMS_ONLINE: Indicator = {
  number: 9,
  titleVi: 'Tỷ lệ sàn thương mại điện tử có đưa hộ sản xuất nông nghiệp lên sàn',
  titleEn: 'Share of e-commerce platforms that bring farming households online',
  measure: 'share',
  unit: 'platforms',
  methods: [
    {
      version: '9.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: '|{platforms with ≥ 1 household online}| / |{platforms with a report}|',
      textVi:
        'Tử số: số sàn có ít nhất một hộ trên sàn trong kỳ. Mẫu số: số sàn có báo cáo trong kỳ. Nền tảng này là một báo cáo, đếm hộ có sản phẩm bày bán ít nhất ' +
        'một lúc trong kỳ; các sàn khác do cán bộ trung ương nhập kèm nguồn. Sàn không có báo cáo không được đoán. Tỷ lệ làm tròn xuống hai chữ số thập phân.',
      textEn:
        'Numerator: platforms with at least one household online in the period. Denominator: platforms with a report in the period. This platform is one ' +
        'report, counted from households that had a product on display at some time of the period; others are entered by officials of the nation with their ' +
        'source. A platform without a report is not guessed at. Shares are rounded down to two decimals.',
    },
  ],
  breakdowns: [],
  figure,
};

const QUARTERS_OF_A_YEAR = 4;

interface Counts {
  own: number;
  others: number;
  othersOnline: number;
  householdsElsewhere: number;
}

async function figure(tx: Tx, { period }: Scope): Promise<Figure> {
  const quarters = quartersUpTo(period, QUARTERS_OF_A_YEAR).filter(({ from }) => from >= period.from);
  const [row] = await sql<Counts>(tx, COUNTS, [period.from, period.until, quarters.map(({ key }) => key)]);
  const { own, others, othersOnline, householdsElsewhere } = row!;
  const side = (key: string, numerator: number) => ({ key, numerator, denominator: null, unit: 'households' });
  return {
    numerator: othersOnline + (own ? 1 : 0),
    denominator: others + (own ? 1 : 0),
    net: null,
    sides: [side('householdsHere', own), side('householdsElsewhere', householdsElsewhere)],
  };
}

// A product stands in the shop from one word about it to the next: it stood there in the period when the last word before it said so, or one in it.
// Of a platform's quarters the highest number counts: households do not add up.
const COUNTS = `
  with before as (
    select distinct on (product_id) household_id, on_sale from audit.product_display where at <= $1 order by product_id desc, at desc
  ),
  here as (
    select household_id from before where on_sale
    union
    select household_id from audit.product_display where on_sale and at > $1 and at < $2
  ),
  platform as (
    select platform, max(households) as households from audit.platform_report where quarter = any($3::text[]) group by platform
  )
  select (select count(*)::int from here) as own,
    count(*)::int as others, count(*) filter (where households > 0)::int as "othersOnline",
    coalesce(sum(households), 0)::bigint as "householdsElsewhere"
  from platform`;
