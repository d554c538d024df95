import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { ageHeld, type Inflow } from './ageing.rules.js';
import type { CashStandingDto, LapDto } from './cash-control.dto.js';
import type { DrawerKind } from './cash-drawer.entity.js';
import { IN_SCOPE, scopeOf } from './cash-scope.js';
import { STANDS } from './cod-journal.js';
import { findLaps, type CashMove } from './lapping.rules.js';

interface HeldRow {
  officeName: string;
  holderName: string;
  kind: DrawerKind;
  heldVnd: number;
  inflows: { amountVnd: number; at: string }[] | null;
}
type MoveRow = CashMove & { officeId: string; officeName: string; holderId: string; holderName: string };

/** Days in which moves are looked at for lapping. */
const LOOK_BACK_DAYS = 60;

/** How long held cash has been lying, and whose hand-overs look like lapping. */
@Injectable()
export class CashStanding {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, office?: string): Promise<CashStandingDto> {
    const scope = scopeOf(actor, office);
    const now = this.clock.now();
    const since = new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000);
    const [held, moves] = await Promise.all([
      this.db.rows<HeldRow>('postal.cash-held', HELD, scope),
      this.db.rows<MoveRow>('postal.cash-moves', MOVES, [...scope, since]),
    ]);
    return { ageing: held.map((row) => aged(row, localDay(now))), laps: lapsOf(moves) };
  }
}

function aged({ inflows, ...holder }: HeldRow, day: string) {
  const cameIn = (inflows ?? []).map(({ amountVnd, at }): Inflow => ({ amountVnd, at: new Date(at) }));
  return { ...holder, ...ageHeld(cameIn, holder.heldVnd, day) };
}

/** Latest first. */
function lapsOf(moves: readonly MoveRow[]): LapDto[] {
  return [...Map.groupBy(moves, ({ officeId, holderId }) => `${officeId} ${holderId}`).values()]
    .flatMap((own) => {
      const [{ officeName, holderName }] = own as [MoveRow];
      return findLaps(own).map(({ at, ...lap }) => ({ officeName, holderName, ...lap, handedOverAt: at.toISOString() }));
    })
    .toSorted((one, other) => (one.handedOverAt < other.handedOverAt ? 1 : -1));
}

// Inflows newest first, as many as explain what is held.
const HELD = `
  select office.name as "officeName", drawer.holder_name as "holderName", drawer.kind, drawer.held_vnd as "heldVnd",
         (select json_agg(json_build_object('amountVnd', amount_vnd, 'at', booked_at) order by booked_at desc)
            from (select amount_vnd, booked_at, sum(amount_vnd) over (order by booked_at desc, id) as until_here
                    from postal.cod_entry entry
                   where entry.office_id = drawer.office_id and entry.holder_id = drawer.holder_id and amount_vnd > 0
                     and (account = 'cash' and step = 'collected' or account = 'office_cash' and step in ('handed_over', 'counter', 'repaid')) and ${STANDS('entry')}) came
           where until_here - amount_vnd < drawer.held_vnd) as inflows
    from postal.cash_drawer drawer join postal.office on office.id = drawer.office_id
   where drawer.held_vnd <> 0 and ${IN_SCOPE}
   order by drawer.held_vnd desc, office.name, drawer.holder_id`;

// A holder is looked at from the last time nothing was left, so from the first hand-over of all in the time looked at.
const MOVES = `
  select entry.office_id as "officeId", office.name as "officeName", entry.holder_id as "holderId", drawer.holder_name as "holderName",
         case step when 'collected' then 'in' else 'out' end as kind, parcel_number as number, abs(amount_vnd) as "amountVnd", booked_at as at
    from postal.cod_entry entry
    join postal.cash_drawer drawer on drawer.office_id = entry.office_id and drawer.holder_id = entry.holder_id
    join postal.office on office.id = entry.office_id
   where account = 'cash' and step in ('collected', 'handed_over') and ${STANDS('entry')} and ${IN_SCOPE}
     and booked_at > coalesce((select max(closed_at) from postal.cash_count full_count
       where full_count.office_id = entry.office_id and full_count.holder_id = entry.holder_id and kind = 'shift' and state = 'confirmed'
         and closed_at < $4), '-infinity')
   order by booked_at, amount_vnd desc, entry.id`;
