import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, sql, type Actor } from '@choxa/platform';
import { managedOperator } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { NewCashCapDto } from './cash-cap.dto.js';
import { SetCashCap } from './set-cash-cap.js';

/** A manager sets how much cash an office, a person or all may hold from a day on. */
@Injectable()
export class EnterCashCap {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly setCashCap: SetCashCap,
  ) {}

  /** @throws Problem `operator.missing`, `operator.choose`, `day.past`, `cash.cap-of-one`, `office.unknown`, `cash.holder-unknown`, `tariff.day-taken` */
  async run(actor: Actor, { operator, office, holder, kind, limitVnd, validFrom, basis }: NewCashCapDto): Promise<void> {
    const operatorId = managedOperator(actor, operator);
    if (validFrom < localDay(this.clock.now())) throw postalProblem('day.past');
    if (holder && (office || kind !== 'courier')) throw postalProblem('cash.cap-of-one');
    const officeId = office ? await this.officeOf(operatorId, office) : null;
    const holderId = holder ? await this.holderOf(operatorId, holder) : null;
    const made = await this.setCashCap.run(actor, { operatorId, officeId, holderId, kind, limitVnd, validFrom, validTo: null, basis });
    if (!made) throw postalProblem('tariff.day-taken');
  }

  private async officeOf(operatorId: string, asked: string): Promise<string> {
    const [office] = await sql<{ id: string }>(
      this.db.read,
      'select id from postal.office where operator_id = $1 and (id::text = lower($2) or lower(code) = lower($2))',
      [operatorId, asked],
    );
    if (!office) throw postalProblem('office.unknown');
    return office.id;
  }

  private async holderOf(operatorId: string, holderId: string): Promise<string> {
    const [drawer] = await sql(
      this.db.read,
      `select from postal.cash_drawer drawer join postal.office on office.id = drawer.office_id
        where office.operator_id = $1 and drawer.holder_id = $2 and drawer.kind = 'courier' limit 1`,
      [operatorId, holderId],
    );
    if (!drawer) throw postalProblem('cash.holder-unknown');
    return holderId;
  }
}
