import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { CorrectFigureDto } from './quarter-report.dto.js';

/** A manager puts a figure of a quarter's draft right, with the reason. What was submitted before stays as it was. */
@Injectable()
export class CorrectFigure {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The same indicator again replaces the correction. @throws Problem `operator.not-managed` */
  async run(actor: Actor, { operator, quarter, indicator, numerator, denominator = null, reason }: CorrectFigureDto): Promise<void> {
    const operatorId = managedOperators(actor).find((id) => id === operator.toLowerCase());
    if (!operatorId) throw postalProblem('operator.not-managed');
    await this.db.transaction(async (tx) => {
      await sql(
        tx,
        `insert into postal.quarter_correction (operator_id, quarter, indicator, numerator, denominator, reason, corrected_at, corrected_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (operator_id, quarter, indicator) do update set numerator = excluded.numerator, denominator = excluded.denominator,
           reason = excluded.reason, corrected_at = excluded.corrected_at, corrected_by = excluded.corrected_by`,
        [operatorId, quarter, indicator, numerator, denominator, reason, this.clock.now(), actor.accountId],
      );
      const details = { quarter, indicator, numerator, denominator, reason };
      await this.trail.record(tx, actor, { action: 'report.corrected', subjectKind: 'operator', subjectId: operatorId, details });
    });
  }
}
