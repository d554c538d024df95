import { Injectable } from '@nestjs/common';
import { Actor, Clock, sql, Trail, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { ApplyCorrection } from './apply-correction.js';
import type { CorrectionDto } from './correction.dto.js';
import { correctionOf, IN_REACH, reachOf } from './corrections.query.js';

interface Waiting {
  id: string;
  scanId: string;
  parcelNumber: string;
  declaredBy: string;
}

/** A second person confirms or refuses what somebody declared of a scan. */
@Injectable()
export class AnswerCorrection {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly apply: ApplyCorrection,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `correction.unknown`, `correction.own`, `correction.answered-already`, and those of {@link ApplyCorrection} */
  async confirm(actor: Actor, id: string): Promise<CorrectionDto> {
    return this.db.transaction(async (tx) => {
      const correction = await this.waiting(tx, actor, id);
      if (correction.declaredBy === actor.accountId) throw postalProblem('correction.own');
      await this.apply.run(tx, actor, correction);
      return correctionOf(tx, actor, id);
    });
  }

  /** The scan stands after all. Who declared it may take their word back in this way too. Problems as of {@link confirm}. */
  async refuse(actor: Actor, id: string): Promise<CorrectionDto> {
    return this.db.transaction(async (tx) => {
      const { scanId } = await this.waiting(tx, actor, id);
      await sql(tx, 'update postal.scan_correction set refused_by = $2, refused_at = $3 where id = $1', [
        id,
        actor.accountId,
        this.clock.now(),
      ]);
      await this.trail.record(tx, actor, {
        action: 'scan.correction-refused',
        subjectKind: 'scan',
        subjectId: scanId,
        details: { correction: id },
      });
      return correctionOf(tx, actor, id);
    });
  }

  private async waiting(tx: Tx, actor: Actor, id: string): Promise<Waiting> {
    const [correction] = await sql<Waiting & { answered: boolean }>(
      tx,
      `select correction.id, scan_id as "scanId", correction.parcel_number as "parcelNumber", declared_by as "declaredBy",
         coalesce(confirmed_at, refused_at) is not null as answered
       from postal.scan_correction correction
       join postal.parcel on parcel.number = correction.parcel_number
       join postal.scan on scan.id = correction.scan_id and scan.recorded_at >= parcel.announced_at
       where correction.id = $1 and ${IN_REACH} for update of correction`,
      [id, ...reachOf(actor)],
    );
    if (!correction) throw postalProblem('correction.unknown');
    if (correction.answered) throw postalProblem('correction.answered-already');
    return correction;
  }
}
