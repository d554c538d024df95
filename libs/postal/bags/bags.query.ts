import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Actor, type Page, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import type { BagDto, BagParcelDto, BagsQuery, BagWithParcelsDto } from './bag.dto.js';

type Times = 'madeAt' | 'closedAt' | 'dispatchedAt' | 'arrivedAt' | 'openedAt';
type BagRow = Omit<BagDto, Times> & Record<Exclude<Times, 'madeAt'>, Date | null> & { madeAt: Date; parcels?: BagParcelDto[] };

const OFFICE = (alias: string) => `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name)`;
const COUNT = (outcome: string) => `(select count(*)::int from postal.bag_parcel where bag_id = bag.id and outcome = '${outcome}')`;

const BAG = `
  bag.id, bag.number, bag.state, ${OFFICE('origin')} as "fromOffice", ${OFFICE('target')} as "toOffice", made_at as "madeAt", closed_at as "closedAt",
  dispatched_at as "dispatchedAt", arrived_at as "arrivedAt", opened_at as "openedAt", inside.count as "parcelCount", inside.grams as "weightGrams",
  ${COUNT('short')} as "shortCount", ${COUNT('over')} as "overCount"`;
const FROM = `
  from postal.bag join postal.office origin on origin.id = bag.from_office_id join postal.office target on target.id = bag.to_office_id
  cross join lateral (
    select count(*)::int as count, coalesce(sum(coalesce(accepted_weight_grams, weight_grams)), 0)::int as grams
      from postal.bag_parcel join postal.parcel on parcel.number = parcel_number
     where bag_id = bag.id and (bag_parcel.outcome is null or bag_parcel.outcome in ('found', 'short'))) inside`;
const PARCELS = `
  coalesce((select json_agg(json_build_object('number', parcel_number, 'deliveryOfficeName', office.name, 'putAt', put_at, 'takenAt', taken_at,
      'outcome', inside.outcome) order by put_at desc, parcel_number)
    from postal.bag_parcel inside join postal.parcel on parcel.number = parcel_number join postal.office on office.id = parcel.delivery_office_id
   where bag_id = bag.id), '[]') as parcels`;
/** Bags of the operators behind the offices of `$2`: whoever unpacks one that came to the wrong place must see where it belongs. */
const OF_OPERATOR = 'bag.operator_id in (select operator_id from postal.office where id = any($2::uuid[]))';

/** Bags that leave from or go to the offices the actor works for. */
@Injectable()
export class Bags {
  constructor(private readonly db: PostalDatabase) {}

  /** Newest first. A bag asked for by its number is found wherever it goes. */
  async list(actor: Actor, { state, office, way, number, limit = DEFAULT_LIMIT, cursor }: BagsQuery): Promise<Page<BagDto>> {
    const own = staffOffices(actor);
    const offices = office ? own.filter((id) => id === office.toLowerCase()) : own;
    const [madeAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await this.db.rows<BagRow>('postal.bags', LIST, [
      state ?? null,
      offices,
      way ?? null,
      number ? readBagNumber(number) : null,
      madeAt,
      id,
      limit + 1,
    ]);
    return pageOf(rows, limit, (row) => [row.madeAt.toISOString(), row.id], toBag);
  }

  /** With its parcels. @throws Problem `bag.unknown`, also for another operator's */
  async one(actor: Actor, id: string): Promise<BagWithParcelsDto> {
    const [row] = await this.db.rows<BagRow>('postal.bag', `select ${BAG}, ${PARCELS} ${FROM} where bag.id = $1 and ${OF_OPERATOR}`, [
      id,
      staffOffices(actor),
    ]);
    if (!row) throw postalProblem('bag.unknown');
    return toBagWithParcels(row);
  }
}

const LIST = `
  select ${BAG} ${FROM}
   where ($1::text is null or bag.state = $1)
     and case when $4::text is not null then bag.number = $4 and ${OF_OPERATOR}
         else (bag.from_office_id = any($2::uuid[]) and $3::text is distinct from 'to') or (bag.to_office_id = any($2::uuid[]) and $3::text is distinct from 'from') end
     and ($5::timestamptz is null or (made_at, bag.id) < ($5, $6::uuid))
   order by made_at desc, bag.id desc limit $7`;

/** A bag as its use case leaves it; the use case has checked the scope. */
export async function bagOf(tx: Tx, id: string): Promise<BagDto> {
  const [row] = (await tx.query(`select ${BAG} ${FROM} where bag.id = $1`, [id])) as BagRow[];
  return toBag(row!);
}

/** A bag number as scanners and people write it: an SSCC may come with its application identifier. */
export function readBagNumber(text: string): string {
  return readParcelNumber(text).replace(/^(\(00\)|\]C100|00(?=\d{18}$))/, '');
}

function toBag(row: BagRow): BagDto {
  return {
    ...row,
    madeAt: row.madeAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    dispatchedAt: row.dispatchedAt?.toISOString() ?? null,
    arrivedAt: row.arrivedAt?.toISOString() ?? null,
    openedAt: row.openedAt?.toISOString() ?? null,
  };
}

function toBagWithParcels(row: BagRow): BagWithParcelsDto {
  const instant = (text: string) => new Date(text).toISOString();
  const parcels = row.parcels!.map((one) => ({ ...one, putAt: instant(one.putAt), takenAt: one.takenAt && instant(one.takenAt) }));
  return { ...toBag(row), parcels };
}
