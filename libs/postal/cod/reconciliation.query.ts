import { Injectable } from '@nestjs/common';
import { localDay, localDayBounds } from '@choxa/standards';
import { Clock, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import type { DrawerKind } from './cash-drawer.entity.js';
import type { OperatorCashDto, ReconciliationDto, ReconciliationQuery } from './cash-control.dto.js';
import { IN_SCOPE, scopeOf } from './cash-scope.js';
import { withVerdict, type DrawerDay } from './reconciliation.rules.js';

type DrawerRow = DrawerDay & { officeName: string; holderName: string; kind: DrawerKind };

/** A day's account of every drawer, and for managers of the whole operator from its beginning until the end of that day. */
@Injectable()
export class Reconciliation {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, { day = localDay(this.clock.now()), office }: ReconciliationQuery): Promise<ReconciliationDto> {
    const { from, until } = localDayBounds(day);
    const scope = scopeOf(actor, office);
    const [drawers, operators] = await Promise.all([
      this.db.rows<DrawerRow>('postal.cash-day', DAY, [...scope, from, until]),
      this.db.rows<OperatorCashDto>('postal.cash-to-date', TO_DATE, [scope[1], until]),
    ]);
    return { day, drawers: withVerdict(drawers), operators };
  }
}

const sum = (what: string, when: string): string => `coalesce(sum(${what}) filter (where ${when}), 0)::bigint`;
const CASH = `account in ('cash', 'office_cash')`;
const TODAY = 'booked_at >= $4';

const DAY = `
  select drawer.office_id as "officeId", office.name as "officeName", drawer.holder_id as "holderId", drawer.holder_name as "holderName", drawer.kind,
         ${sum('amount_vnd', `${CASH} and booked_at < $4`)} as "openingVnd",
         ${sum('amount_vnd', `step = 'collected' and ${TODAY}`)} as "collectedVnd",
         ${sum('-amount_vnd', `step = 'reversed' and ${TODAY}`)} as "undoneVnd",
         ${sum('amount_vnd', `account = 'office_cash' and step = 'handed_over' and ${TODAY}`)} as "receivedVnd",
         ${sum('-amount_vnd', `account <> 'office_cash' and step = 'handed_over' and ${TODAY}`)} as "handedOverVnd",
         ${sum('-amount_vnd', `step = 'deposited' and ${TODAY}`)} as "depositedVnd",
         ${sum('amount_vnd', `account = 'office_cash' and step = 'counter' and ${TODAY}`)} as "counterVnd",
         ${sum('amount_vnd', `account = 'office_cash' and step = 'repaid' and ${TODAY}`)} as "repaidVnd",
         ${sum('amount_vnd', `account = 'shortage' and step = 'handed_over' and ${TODAY}`)} as "shortageVnd",
         ${sum('-amount_vnd', `account = 'overage' and ${TODAY}`)} as "overageVnd",
         ${sum('amount_vnd', CASH)} as "closingVnd"
    from postal.cash_drawer drawer join postal.office on office.id = drawer.office_id
    left join postal.cod_entry entry on entry.office_id = drawer.office_id and entry.holder_id = drawer.holder_id and booked_at < $5
   where ${IN_SCOPE}
   group by drawer.office_id, drawer.holder_id, office.id
   order by office.name, office.id, drawer.kind desc, drawer.holder_name, drawer.holder_id`;

const TO_DATE = `
  with cash as (
    select office.operator_id,
           ${sum('amount_vnd', `account = 'cash' and step in ('collected', 'reversed')`)} as collected,
           ${sum('amount_vnd', `account = 'office_cash' and step = 'counter'`)} as counter,
           ${sum('amount_vnd', CASH)} as held,
           ${sum('amount_vnd', `account = 'bank'`)} as deposited,
           ${sum('amount_vnd', `account = 'shortage'`)} as shortage,
           ${sum('-amount_vnd', `account = 'overage'`)} as overage
      from postal.cod_entry join postal.office on office.id = cod_entry.office_id
     where office.operator_id = any($1::uuid[]) and booked_at < $2 group by 1),
  paid as (
    select parcel.operator_id, sum(amount_vnd)::bigint as remitted
      from postal.cod_entry join postal.parcel on parcel.number = parcel_number
     where parcel.operator_id = any($1::uuid[]) and step = 'remitted' and account = 'sender' and booked_at < $2 group by 1)
  select operator.name as "operatorName", coalesce(collected, 0) as "collectedVnd", coalesce(counter, 0) as "counterVnd", coalesce(held, 0) as "heldVnd",
         coalesce(deposited, 0) - coalesce(remitted, 0) as "bankVnd", coalesce(remitted, 0) as "remittedVnd",
         coalesce(shortage, 0) as "shortageVnd", coalesce(overage, 0) as "overageVnd"
    from postal.operator left join cash on cash.operator_id = operator.id left join paid on paid.operator_id = operator.id
   where operator.id = any($1::uuid[]) order by operator.name, operator.id`;
