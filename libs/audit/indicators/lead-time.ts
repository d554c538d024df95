import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { OF_TOTALS, totalsParams } from '../facts/periods-read.js';
import type { Cut, Scope } from '../scope/scope.js';
import type { CellFigure, Figure, Indicator } from './indicator.js';
import { nameOfCut } from './places-cut.js';

/** Indicator 22. */
export const LEAD_TIME: Indicator = {
  number: 22,
  titleVi: 'Thời gian thực hiện đơn hàng',
  titleEn: 'Fulfilment lead time',
  measure: 'hours',
  unit: 'minutes',
  methods: [
    {
      version: '22.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      target: null,
      returnDays: 0,
      formula: 'Σ (hours from placing to hand-over + hours from hand-over to delivery) / |{orders delivered}|',
      textVi:
        'Trung bình số giờ từ lúc đặt đến lúc người mua nhận, của các đơn giao xong trong kỳ: từ lúc đặt đến lúc bưu cục nhận hàng, cộng từ lúc bưu cục nhận ' +
        'đến lúc giao. Mỗi chặng tính tròn lên từng giờ. Bên cạnh: trung vị và mức 90 % của từng chặng (9 trong 10 đơn không lâu hơn). Đơn thiếu giờ đặt ' +
        'hoặc giờ bưu cục nhận thì không tính. Theo tỉnh của hộ bán, giờ Việt Nam.',
      textEn:
        'Mean hours from placing to delivery of the orders delivered in the period: from placing until a counter of the post took the goods, and from there ' +
        'until delivery. Begun hours of each leg count. Beside it: the median and the 90 % mark of each leg (9 of 10 orders took no longer). Orders of which ' +
        'the time of placing or hand-over is not known do not count. By the selling household’s province, Vietnamese time.',
    },
  ],
  breakdowns: ['province', 'commune'],
  frozen: true,
  figure,
  breakdown,
};

const MINUTES_OF_AN_HOUR = 60;

interface Hours {
  hours: number;
  sellerOrders: number;
}

async function figure(tx: Tx, scope: Scope): Promise<Figure> {
  const params = totalsParams(scope);
  const [sum] = await sql<Hours>(tx, `select ${SUMS} from audit.fulfilment_period where ${OF_TOTALS}`, params);
  const handOver = await marksOf(tx, 'to_hand_over_hours', params);
  const delivery = await marksOf(tx, 'to_delivery_hours', params);
  const side = (key: string, numerator: number | null) =>
    numerator === null ? [] : [{ key, numerator, denominator: null, unit: 'hours' }];
  return {
    numerator: sum!.hours * MINUTES_OF_AN_HOUR,
    denominator: sum!.sellerOrders,
    net: null,
    sides: [
      ...side('toHandOverMedian', handOver.median),
      ...side('toHandOver90', handOver.ninety),
      ...side('toDeliveryMedian', delivery.median),
      ...side('toDelivery90', delivery.ninety),
    ],
  };
}

async function breakdown(tx: Tx, scope: Scope, by: Cut, places: Places): Promise<CellFigure[]> {
  const rows = await sql<Hours & { code: string }>(
    tx,
    `select ${by}_code as code, ${SUMS} from audit.fulfilment_period where ${OF_TOTALS} group by ${by}_code order by ${by}_code`,
    totalsParams(scope),
  );
  return rows.map(({ code, hours, sellerOrders }) => ({
    code,
    name: nameOfCut(by, code, places),
    numerator: hours * MINUTES_OF_AN_HOUR,
    denominator: sellerOrders,
    net: null,
    sides: [],
  }));
}

/** The least hours which half, and nine tenths, of the orders did not exceed (nearest rank); null where there are none. */
async function marksOf(
  tx: Tx,
  column: 'to_hand_over_hours' | 'to_delivery_hours',
  params: unknown[],
): Promise<Record<'median' | 'ninety', number | null>> {
  const [row] = await sql<Record<'median' | 'ninety', number | null>>(
    tx,
    `with hour as (select ${column} as hours, sum(parcels) as parcels from audit.fulfilment_period where ${OF_TOTALS} group by ${column}),
     ranked as (select hours, sum(parcels) over (order by hours) as up_to, sum(parcels) over () as all_parcels from hour)
     select min(hours) filter (where up_to * 2 >= all_parcels) as median, min(hours) filter (where up_to * 10 >= all_parcels * 9) as ninety
     from ranked`,
    params,
  );
  return row!;
}

const SUMS = `
  coalesce(sum((to_hand_over_hours + to_delivery_hours)::bigint * parcels), 0)::bigint as hours,
  coalesce(sum(parcels), 0)::bigint as "sellerOrders"`;
