import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, Notify, sql, Trail, violates, WorkingDays, type Actor, type Tx } from '@choxa/platform';
import { identityProblem } from '../identity.problems.js';
import { answerText, DELETION_PERIODS, type DeletionPeriod } from './deletion.rules.js';
import { DeletionRequestEntity } from './deletion-request.entity.js';
import { Obstacles } from './obstacles.js';

/** Somebody asks for their data to be deleted, and is answered at once: from when on, or what stands in the way. */
@Injectable()
export class RequestDeletion {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
    private readonly obstacles: Obstacles,
    private readonly notify: Notify,
    private readonly trail: Trail,
  ) {}

  /** Throws `deletion.open` while an earlier request is. */
  async run(actor: Actor): Promise<DeletionRequestEntity> {
    const now = this.clock.now();
    const today = localDay(now);
    try {
      return await this.db.transaction(async (tx) => {
        const [answerDueOn, dueOn, notBefore] = await this.days(tx, today);
        const obstacles = await this.obstacles.of(tx, actor);
        const request: DeletionRequestEntity = {
          id: randomUUID(),
          accountId: actor.accountId,
          state: obstacles.length ? 'held' : 'accepted',
          requestedAt: now,
          answerDueOn,
          answeredAt: now,
          notBefore,
          dueOn,
          obstacles,
          closedAt: null,
        };
        await tx.insert(DeletionRequestEntity, request);
        const text = answerText({ obstacles, notBefore, dueOn });
        await this.notify.send(tx, { to: actor.phone, channel: 'sms', template: 'identity.deletion', text });
        await this.trail.record(tx, actor, { action: 'deletion.requested', subjectKind: 'account', subjectId: actor.accountId });
        return request;
      });
    } catch (error) {
      if (violates(error, 'deletion_request_open')) throw identityProblem('deletion.open');
      throw error;
    }
  }

  /** The ends of the periods, in the sequence of `DELETION_PERIODS`, counted from the day after today. */
  private async days(tx: Tx, today: string): Promise<[string, string, string]> {
    const rows = await sql<{ kind: DeletionPeriod; days: number }>(
      tx,
      `select kind, working_days as days from identity.legal_period
        where valid_from <= $1 and (valid_to is null or valid_to > $1) and kind = any($2)`,
      [today, [...DELETION_PERIODS]],
    );
    const end = async (kind: DeletionPeriod) => this.workingDays.after(tx, today, rows.find((row) => row.kind === kind)!.days);
    return [await end('deletion-answer'), await end('deletion-execution'), await end('deletion-reflection')];
  }
}
