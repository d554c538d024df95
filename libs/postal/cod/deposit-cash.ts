import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, idempotent, sql, Trail, violates, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { DepositCashDto } from './cash.dto.js';
import { book } from './cod-journal.js';

/** A clerk brought cash from the office's drawer to the operator's bank account. */
@Injectable()
export class DepositCash {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers `{ id }` as JSON text.
   * @throws Problem `office.unknown`, `cash.more-than-held`, `cash.reference-used`
   */
  async run(actor: Actor, { office, amountVnd, reference }: DepositCashDto, key: string): Promise<string> {
    const officeId = staffOffices(actor, 'clerk').find((id) => id === office.toLowerCase());
    if (!officeId) throw postalProblem('office.unknown');
    const request = { owner: actor.accountId, route: 'postal.cash-deposit', key, body: { officeId, amountVnd, reference } };
    try {
      return await this.db.transaction((tx) =>
        idempotent(tx, request, this.clock.now(), () => this.deposit(tx, actor, officeId, amountVnd, reference)),
      );
    } catch (error) {
      if (violates(error, 'cash_deposit_reference')) throw postalProblem('cash.reference-used');
      throw error;
    }
  }

  private async deposit(tx: Tx, actor: Actor, officeId: string, amountVnd: number, reference: string): Promise<{ id: string }> {
    const [drawer] = await sql<{ heldVnd: number }>(
      tx,
      'select held_vnd as "heldVnd" from postal.cash_drawer where office_id = $1 and holder_id = $1 for update',
      [officeId],
    );
    if (!drawer || drawer.heldVnd < amountVnd) throw postalProblem('cash.more-than-held');
    const [id, now] = [randomUUID(), this.clock.now()];
    await sql(
      tx,
      'insert into postal.cash_deposit (id, office_id, amount_vnd, reference, deposited_at, deposited_by) values ($1, $2, $3, $4, $5, $6)',
      [id, officeId, amountVnd, reference, now, actor.accountId],
    );
    await book(tx, {
      parcelNumber: null,
      step: 'deposited',
      at: now,
      sides: [
        { account: 'bank', officeId, amountVnd },
        { account: 'office_cash', holderId: officeId, officeId, amountVnd: -amountVnd },
      ],
    });
    const details = { officeId, amountVnd, reference };
    await this.trail.record(tx, actor, { action: 'cash.deposited', subjectKind: 'cash-deposit', subjectId: id, details });
    return { id };
  }
}
