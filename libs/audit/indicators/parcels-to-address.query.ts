import { sql, type Tx } from '@choxa/platform';
import { DELIVERY_PLACE_CODES, DELIVERY_PLACES, type DeliveryPlace } from '@choxa/standards';
import type { ClosingOutcome } from '@choxa/postal-contract';
import type { Area } from '../area/area.rules.js';
import type { AuditPeriod } from '../periods/audit-period.rules.js';
import type { Indicator } from './indicator.js';

/** Indicator 13. */
export const PARCELS_TO_ADDRESS: Indicator = {
  number: 13,
  titleVi: 'Tỷ lệ bưu gửi được phát đến địa chỉ người nhận',
  titleEn: 'Share of parcels delivered to the address',
  methods: [
    {
      version: '13.1',
      basis: '689/QĐ-BTTTT (2024-05-02), 654/QĐ-TTg',
      validFrom: '2024-05-02',
      validTo: null,
      targetPercent: 100,
      returnDays: 0,
      formula: '|{b : EMI at address or shared_box}| / |{b : EMI, RTD, lost or destroyed}|',
      textVi:
        'Tử số: số bưu gửi kết thúc trong kỳ bằng việc phát tại địa chỉ người nhận hoặc vào hộp thư tập trung. Mẫu số: mọi bưu gửi kết thúc trong kỳ: ' +
        'đã phát, đã trả người gửi, mất, hỏng. Phát hợp lệ là phát ở địa chỉ, điểm phục vụ hoặc nơi người gửi, người nhận yêu cầu (Luật Bưu chính 49/2010, ' +
        'Điều 17). Tỷ lệ làm tròn xuống hai chữ số thập phân; kỳ không phát sinh thì không có tỷ lệ. Tính theo giờ Việt Nam, theo tỉnh của người nhận.',
      textEn:
        'Numerator: parcels whose history ended in the period with delivery at the recipient’s address or into a shared letter box. Denominator: all ' +
        'parcels that ended in the period: delivered, given back to the sender, lost, destroyed. Validly delivered means at the address, at a service ' +
        'point or where sender or recipient asked (Postal Law 49/2010, art. 17). Shares are rounded down to two decimals; where none arose there is no ' +
        'share. Vietnamese time; the province is the recipient’s.',
    },
  ],
};

interface ToAddress {
  closed: number;
  toAddress: number;
}

export interface ParcelsToAddress extends ToAddress {
  validlyDelivered: number;
  /** Delivered, wherever, at the first try. */
  firstAttempt: number;
  provinces: (ToAddress & { code: string })[];
  operators: (ToAddress & { code: string })[];
  outcomes: { outcome: ClosingOutcome; count: number }[];
  deliveryPlaces: { place: DeliveryPlace; count: number }[];
}

/** All figures of indicator 13 for a period and area: one statement, so one moment. */
export async function countParcelsToAddress(tx: Tx, period: AuditPeriod, area: Area): Promise<ParcelsToAddress> {
  const places = DELIVERY_PLACE_CODES.filter((place) => DELIVERY_PLACES[place].toAddress);
  const [row] = await sql<ParcelsToAddress>(tx, STATEMENT, [period.from, period.until, area, places]);
  return row!;
}

// One pass over the parcels, to one row per combination that any figure asks for.
const STATEMENT = `
with parcel as materialized (
  select province_code, operator_code, outcome, delivery_place, attempts = 1 as at_once,
    outcome = 'EMI' and coalesce(delivery_place = any($4::text[]), false) as to_address,
    count(*) as parcels
  from audit.closed_parcel
  where closed_at >= $1 and closed_at < $2 and ($3::text[] is null or province_code = any($3))
  group by province_code, operator_code, outcome, delivery_place, attempts = 1
),
province as (
  select province_code as code, sum(parcels) as closed, coalesce(sum(parcels) filter (where to_address), 0) as to_address
  from parcel group by province_code
),
operator as (
  select operator_code as code, sum(parcels) as closed, coalesce(sum(parcels) filter (where to_address), 0) as to_address
  from parcel group by operator_code
),
outcome as (select outcome, sum(parcels) as count from parcel group by outcome),
place as (select delivery_place as place, sum(parcels) as count from parcel where delivery_place is not null group by delivery_place)
select coalesce(sum(parcels), 0)::bigint as "closed",
  coalesce(sum(parcels) filter (where to_address), 0)::bigint as "toAddress",
  coalesce(sum(parcels) filter (where delivery_place is not null), 0)::bigint as "validlyDelivered",
  coalesce(sum(parcels) filter (where outcome = 'EMI' and at_once), 0)::bigint as "firstAttempt",
  coalesce((select jsonb_agg(jsonb_build_object('code', code, 'closed', closed, 'toAddress', to_address) order by code) from province), '[]')
    as provinces,
  coalesce((select jsonb_agg(jsonb_build_object('code', code, 'closed', closed, 'toAddress', to_address) order by code) from operator), '[]')
    as operators,
  coalesce((select jsonb_agg(jsonb_build_object('outcome', outcome, 'count', count) order by outcome) from outcome), '[]') as outcomes,
  coalesce((select jsonb_agg(jsonb_build_object('place', place, 'count', count) order by place) from place), '[]') as "deliveryPlaces"
from parcel`;
