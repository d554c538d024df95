import { Injectable } from '@nestjs/common';
import { Clock, type Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { CashCountDto, CashDeskDto, CollectedParcelDto } from './cash.dto.js';
import { cashCaps } from './cash-drawers.js';
import { STANDS } from './cod-journal.js';
import { shortagesAt } from './shortages.query.js';

type CountRow = Omit<CashCountDto, 'countedAt' | 'closedAt'> & { countedAt: Date; closedAt: Date | null };
type Drawer = { holderId: string; holderName: string; heldVnd: number };

const RECENT = 20;
const MOST_PARCELS = 200;

/** What lies in the drawers of an office. */
@Injectable()
export class CashDesk {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `office.unknown` for an office one does not work for */
  async of(actor: Actor, office: string): Promise<CashDeskDto> {
    const officeId = staffOffices(actor).find((id) => id === office.toLowerCase());
    if (!officeId) throw postalProblem('office.unknown');
    const isClerk = staffOffices(actor, 'clerk').includes(officeId);
    const [caps, drawers, counts, parcels, shortages] = await Promise.all([
      cashCaps(this.db.read, officeId, actor.accountId, this.clock.now()),
      this.db.rows<Drawer>('postal.cash-drawers', DRAWERS, [officeId, isClerk ? null : actor.accountId]),
      this.db.rows<CountRow>('postal.cash-counts', COUNTS, [officeId, actor.accountId, isClerk, RECENT]),
      this.db.rows<CollectedParcelDto & { collectedAt: Date }>('postal.cash-parcels', PARCELS, [officeId, actor.accountId, MOST_PARCELS]),
      shortagesAt(this.db, officeId, actor.accountId, isClerk ? null : actor.accountId),
    ]);
    const heldBy = (holder: string) => drawers.find(({ holderId }) => holderId === holder)?.heldVnd ?? 0;
    const waiting = counts.filter(({ state }) => state === 'counted').map(toCountDto);
    return {
      own: {
        heldVnd: heldBy(actor.accountId),
        limitVnd: caps.courier ?? null,
        parcels: parcels.map((parcel) => ({ ...parcel, collectedAt: parcel.collectedAt.toISOString() })),
        waiting: waiting.find(({ own }) => own) ?? null,
      },
      drawer: isClerk ? { heldVnd: heldBy(officeId), limitVnd: caps.office ?? null } : null,
      couriers: drawers
        .filter(({ holderId, heldVnd }) => isClerk && holderId !== officeId && heldVnd !== 0)
        .map(({ holderName, heldVnd }) => ({ holderName, heldVnd })),
      waiting: waiting.filter(({ own }) => isClerk && !own),
      shortages,
      recent: counts.filter(({ state }) => state !== 'counted').map(toCountDto),
    };
  }
}

export function toCountDto({ countedAt, closedAt, ...count }: CountRow): CashCountDto {
  return { ...count, countedAt: countedAt.toISOString(), closedAt: closedAt?.toISOString() ?? null };
}

const DRAWERS = `
  select holder_id as "holderId", holder_name as "holderName", held_vnd as "heldVnd" from postal.cash_drawer
   where office_id = $1 and ($2::uuid is null or holder_id = $2) order by held_vnd desc, holder_name, holder_id`;

const COUNTS = `
  select cash_count.id, holder_name as "holderName", kind, state, counted_vnd as "countedVnd", counted_at as "countedAt", held_vnd as "heldVnd",
         amount_vnd as "differenceVnd", reason, closed_by_name as "closedByName", closed_at as "closedAt", cash_count.holder_id = $2 as own
    from postal.cash_count left join postal.cash_difference on count_id = cash_count.id
   where cash_count.office_id = $1 and ($3::boolean or cash_count.holder_id = $2)
   order by state = 'counted' desc, counted_at desc, cash_count.id limit $4`;

const PARCELS = `
  select entry.parcel_number as number, entry.amount_vnd as "amountVnd", entry.booked_at as "collectedAt"
    from postal.cod_entry entry
   where entry.office_id = $1 and entry.holder_id = $2 and entry.account = 'cash' and entry.step = 'collected' and ${STANDS('entry')}
     and entry.booked_at > coalesce((select max(closed_at) from postal.cash_count
       where office_id = $1 and holder_id = $2 and state = 'confirmed' and kind = 'shift'), '-infinity')
   order by entry.booked_at desc, entry.parcel_number limit $3`;
