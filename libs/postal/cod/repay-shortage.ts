import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { formatVnd } from '@choxa/standards';
import { Clock, idempotent, sql, Trail, violates, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockDrawers } from './cash-drawers.js';
import { book } from './cod-journal.js';
import type { RepayShortageDto } from './shortage.dto.js';
import type { RepaymentWay, ShortageRepaymentEntity } from './shortage-repayment.entity.js';

type Repayment = Pick<ShortageRepaymentEntity, 'id' | 'officeId' | 'holderId' | 'amountVnd' | 'way' | 'state' | 'askedBy'>;

/** A shortage is made good: a cashier writes down how much and how, a second person confirms it, and only then it is booked. */
@Injectable()
export class RepayShortage {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers `{ id }` as JSON text.
   * @throws Problem `office.unknown`, `cash.no-shortage` (its detail is what is missing), `cash.repayment-waits`
   */
  async ask(actor: Actor, { office, holder, amountVnd, way }: RepayShortageDto, key: string): Promise<string> {
    const officeId = staffOffices(actor, 'clerk').find((id) => id === office.toLowerCase());
    if (!officeId) throw postalProblem('office.unknown');
    const request = { owner: actor.accountId, route: 'postal.shortage-repayment', key, body: { officeId, holder, amountVnd, way } };
    const now = this.clock.now();
    try {
      return await this.db.transaction((tx) =>
        idempotent(tx, request, now, async () => {
          await refuseMoreThanShort(tx, officeId, holder, amountVnd);
          const id = randomUUID();
          await sql(
            tx,
            `insert into postal.shortage_repayment (id, office_id, holder_id, amount_vnd, way, state, asked_by, asked_by_name, asked_at)
             values ($1, $2, $3, $4, $5, 'asked', $6, $7, $8)`,
            [id, officeId, holder, amountVnd, way, actor.accountId, actor.name, now],
          );
          await this.record(tx, actor, 'cash.repayment-asked', { id, officeId, holderId: holder, amountVnd, way });
          return { id };
        }),
      );
    } catch (error) {
      if (violates(error, 'shortage_repayment_open')) throw postalProblem('cash.repayment-waits');
      throw error;
    }
  }

  /**
   * By another clerk of the office, or by whose shortage it is. The same again changes nothing.
   * @throws Problem `cash.repayment-unknown`, `cash.repayment-own`, `cash.repayment-closed`, `cash.no-shortage`
   */
  async confirm(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const repayment = await locked(tx, actor, id);
      if (repayment.askedBy === actor.accountId) throw postalProblem('cash.repayment-own');
      if (repayment.state === 'confirmed') return;
      if (repayment.state !== 'asked') throw postalProblem('cash.repayment-closed');
      const { officeId, holderId, amountVnd, way } = repayment;
      await lockDrawers(tx, officeId, { id: holderId, name: '' });
      await refuseMoreThanShort(tx, officeId, holderId, amountVnd);
      await this.close(tx, actor, id, 'confirmed');
      await book(tx, { parcelNumber: null, step: 'repaid', at: this.clock.now(), sides: sidesOf(officeId, holderId, amountVnd, way) });
      await this.record(tx, actor, 'cash.repaid', repayment);
    });
  }

  /** The same again changes nothing. @throws Problem `cash.repayment-unknown`, `cash.repayment-closed` */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const repayment = await locked(tx, actor, id);
      if (repayment.state === 'withdrawn') return;
      if (repayment.state !== 'asked') throw postalProblem('cash.repayment-closed');
      await this.close(tx, actor, id, 'withdrawn');
      await this.record(tx, actor, 'cash.repayment-withdrawn', repayment);
    });
  }

  private async close(tx: Tx, actor: Actor, id: string, state: 'confirmed' | 'withdrawn'): Promise<void> {
    await sql(tx, 'update postal.shortage_repayment set state = $2, closed_by = $3, closed_at = $4 where id = $1', [
      id,
      state,
      actor.accountId,
      this.clock.now(),
    ]);
  }

  private async record(tx: Tx, actor: Actor, action: string, repayment: Omit<Repayment, 'state' | 'askedBy'>): Promise<void> {
    const { id, officeId, holderId, amountVnd, way } = repayment;
    const details = { officeId, holderId, amountVnd, way };
    await this.trail.record(tx, actor, { action, subjectKind: 'shortage-repayment', subjectId: id, details });
  }
}

/** What was kept back from wages has never left the operator's account. */
function sidesOf(officeId: string, holderId: string, amountVnd: number, way: RepaymentWay) {
  const madeGood = { account: 'shortage', holderId, officeId, amountVnd: -amountVnd } as const;
  return way === 'cash'
    ? [madeGood, { account: 'office_cash', holderId: officeId, officeId, amountVnd } as const]
    : [madeGood, { account: 'bank', officeId, amountVnd } as const];
}

async function refuseMoreThanShort(tx: Tx, officeId: string, holderId: string, amountVnd: number): Promise<void> {
  const [{ shortVnd }] = (await sql<{ shortVnd: number }>(
    tx,
    `select coalesce(sum(amount_vnd), 0)::bigint as "shortVnd" from postal.cod_entry where office_id = $1 and holder_id = $2 and account = 'shortage'`,
    [officeId, holderId],
  )) as [{ shortVnd: number }];
  if (amountVnd > shortVnd) throw postalProblem('cash.no-shortage', { detail: formatVnd(shortVnd) });
}

async function locked(tx: Tx, actor: Actor, id: string): Promise<Repayment> {
  const [repayment] = await sql<Repayment>(
    tx,
    `select id, office_id as "officeId", holder_id as "holderId", amount_vnd as "amountVnd", way, state, asked_by as "askedBy"
       from postal.shortage_repayment where id = $1 and (office_id = any($2::uuid[]) or holder_id = $3) for update`,
    [id, staffOffices(actor, 'clerk'), actor.accountId],
  );
  if (!repayment) throw postalProblem('cash.repayment-unknown');
  return repayment;
}
