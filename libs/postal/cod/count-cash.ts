import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, idempotent, sql, Trail, violates, type Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { makeUp } from './notes.rules.js';
import type { CountCashDto } from './cash.dto.js';

/** Whoever holds cash counts it and brings it to their office, where a second person counts again. Until then nothing is booked. */
@Injectable()
export class CountCash {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers `{ id }` as JSON text.
   * @throws Problem `office.unknown` for an office one does not work for; `cash.counted-already` while another count waits; `cash.notes-differ`
   */
  async run(actor: Actor, { office, kind, countedVnd, notes }: CountCashDto, key: string): Promise<string> {
    const officeId = staffOffices(actor).find((id) => id === office.toLowerCase());
    if (!officeId) throw postalProblem('office.unknown');
    if (notes && !makeUp(notes, countedVnd)) throw postalProblem('cash.notes-differ');
    const request = {
      owner: actor.accountId,
      route: 'postal.cash-count',
      key,
      body: { officeId, kind, countedVnd, ...(notes && { notes }) },
    };
    const now = this.clock.now();
    try {
      return await this.db.transaction((tx) =>
        idempotent(tx, request, now, async () => {
          const id = randomUUID();
          await sql(
            tx,
            `insert into postal.cash_count (id, office_id, holder_id, holder_name, kind, counted_vnd, counted_at, state, notes)
             values ($1, $2, $3, $4, $5, $6, $7, 'counted', $8)`,
            [id, officeId, actor.accountId, actor.name, kind, countedVnd, now, notes ? JSON.stringify(notes) : null],
          );
          const details = { officeId, kind, countedVnd };
          await this.trail.record(tx, actor, { action: 'cash.counted', subjectKind: 'cash-count', subjectId: id, details });
          return { id };
        }),
      );
    } catch (error) {
      if (violates(error, 'cash_count_open')) throw postalProblem('cash.counted-already');
      throw error;
    }
  }
}
