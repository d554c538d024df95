import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, type Actor } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import type { CashCapDto, CashCapsDto, CashHolderDto } from './cash-cap.dto.js';

/** As many rows and people as a page shows. */
const MOST = 200;

/** How much cash may be held, by the operators an actor manages: what holds now, what will, and what held last. */
@Injectable()
export class CashCaps {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<CashCapsDto> {
    const own = managedOperators(actor);
    const [data, holders] = await Promise.all([
      this.db.rows<CashCapDto>('postal.cash-caps', CAPS, [own, localDay(this.clock.now()), MOST]),
      this.db.rows<CashHolderDto>('postal.cash-holders', HOLDERS, [own, MOST]),
    ]);
    return { data, holders, next: null };
  }
}

const CAPS = `
  select cap.id, operator.name as "operatorName", office.name as "officeName", cap.kind, cap.limit_vnd as "limitVnd", cap.valid_from::text as "validFrom",
         cap.valid_to::text as "validTo", cap.basis, cap.holder_id is not null as "ofPerson",
         (select max(holder_name) from postal.cash_drawer where cash_drawer.holder_id = cap.holder_id) as "holderName",
         cap.valid_from <= $2::date and (cap.valid_to is null or cap.valid_to > $2::date) and not exists (
           select from postal.cash_cap later where later.operator_id = cap.operator_id and later.kind = cap.kind
             and later.office_id is not distinct from cap.office_id and later.holder_id is not distinct from cap.holder_id
             and later.valid_from > cap.valid_from and later.valid_from <= $2::date and (later.valid_to is null or later.valid_to > $2::date)) as "inForce"
    from postal.cash_cap cap join postal.operator on operator.id = cap.operator_id left join postal.office on office.id = cap.office_id
   where cap.operator_id = any($1::uuid[])
   order by operator.name, cap.holder_id is not null, office.name nulls first, cap.kind, cap.valid_from desc, cap.id limit $3`;

const HOLDERS = `
  select drawer.holder_id as "holderId", max(drawer.holder_name) as "holderName", string_agg(distinct office.name, ', ') as "officeNames"
    from postal.cash_drawer drawer join postal.office on office.id = drawer.office_id
   where office.operator_id = any($1::uuid[]) and drawer.kind = 'courier' and drawer.holder_name <> ''
   group by drawer.holder_id order by 2, 1 limit $2`;
