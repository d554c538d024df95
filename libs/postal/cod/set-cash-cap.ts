import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql, Trail, type TrailActor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import type { DrawerKind } from './cash-drawer.entity.js';

export interface CashCap {
  operatorId: string;
  /** Null: all offices of the operator that have no row of their own. */
  officeId: string | null;
  /** Null: nobody in particular. */
  holderId: string | null;
  kind: DrawerKind;
  limitVnd: number;
  /** First day, `YYYY-MM-DD`, and the first on which it no longer holds. */
  validFrom: string;
  validTo: string | null;
  basis: string;
}

/** Sets how much cash may be held from a day on. */
@Injectable()
export class SetCashCap {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  /** Answers whether the row was new: the same operator, office, person, kind and day again changes nothing. */
  async run(actor: TrailActor, cap: CashCap): Promise<boolean> {
    const { operatorId, officeId, holderId, kind, limitVnd, validFrom, validTo, basis } = cap;
    const id = randomUUID();
    return this.db.transaction(async (tx) => {
      const made = await sql(
        tx,
        `insert into postal.cash_cap (id, operator_id, office_id, holder_id, kind, limit_vnd, valid_from, valid_to, basis)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
        [id, operatorId, officeId, holderId, kind, limitVnd, validFrom, validTo, basis],
      );
      if (!made.length) return false;
      await this.trail.record(tx, actor, { action: 'cash.cap-set', subjectKind: 'cash-cap', subjectId: id, details: { ...cap } });
      return true;
    });
  }
}
