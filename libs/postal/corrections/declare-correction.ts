import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ParcelEventCode } from '@choxa/standards';
import { Actor, Clock, sql, Trail, violates, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { ApplyCorrection } from './apply-correction.js';
import type { CorrectionDto } from './correction.dto.js';
import { isCorrectable, needsSecondPerson } from './correction.rules.js';
import { correctionOf, IN_REACH, reachOf } from './corrections.query.js';

interface WrongScan {
  parcelNumber: string;
  code: ParcelEventCode;
}

/** Somebody declares that a scan was wrong, and why. Where no second person is needed, it counts at once. */
@Injectable()
export class DeclareCorrection {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly apply: ApplyCorrection,
    private readonly trail: Trail,
  ) {}

  /**
   * The same declaration of the same person again answers what stands.
   * @throws Problem `scan.unknown`, `scan.not-correctable`, `scan.corrected-already`, and those of {@link ApplyCorrection}
   */
  async run(actor: Actor, scanId: string, reason: string): Promise<CorrectionDto> {
    try {
      return await this.db.transaction((tx) => this.declare(tx, actor, scanId, reason));
    } catch (error) {
      // A rival was a moment faster.
      throw violates(error, 'scan_correction_standing') ? postalProblem('scan.corrected-already') : error;
    }
  }

  /** In the caller's transaction, unless a declaration about the scan stands already. Problems as of {@link run}. */
  async once(tx: Tx, actor: Actor, scanId: string, reason: string): Promise<void> {
    const [standing] = await sql(tx, 'select from postal.scan_correction where scan_id = $1 and refused_at is null', [scanId]);
    if (!standing) await this.declare(tx, actor, scanId, reason);
  }

  private async declare(tx: Tx, actor: Actor, scanId: string, reason: string): Promise<CorrectionDto> {
    const scan = await this.scanInReach(tx, actor, scanId);
    if (!isCorrectable(scan.code)) throw postalProblem('scan.not-correctable');
    const [standing] = await sql<{ id: string; same: boolean }>(
      tx,
      `select id, declared_by = $2 and reason = $3 as same from postal.scan_correction where scan_id = $1 and refused_at is null`,
      [scanId, actor.accountId, reason],
    );
    if (standing?.same) return correctionOf(tx, actor, standing.id);
    if (standing) throw postalProblem('scan.corrected-already');
    const [id, now, secondPerson] = [randomUUID(), this.clock.now(), needsSecondPerson(scan.code)];
    await sql(
      tx,
      `insert into postal.scan_correction (id, scan_id, parcel_number, reason, second_person, declared_by, declared_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, scanId, scan.parcelNumber, reason, secondPerson, actor.accountId, now],
    );
    const details = { correction: id, parcel: scan.parcelNumber, code: scan.code };
    await this.trail.record(tx, actor, { action: 'scan.correction-declared', subjectKind: 'scan', subjectId: scanId, details });
    if (!secondPerson) await this.apply.run(tx, actor, { id, parcelNumber: scan.parcelNumber });
    return correctionOf(tx, actor, id);
  }

  private async scanInReach(tx: Tx, actor: Actor, scanId: string): Promise<WrongScan> {
    const [scan] = await sql<WrongScan>(
      tx,
      `select scan.parcel_number as "parcelNumber", scan.code from postal.scan join postal.parcel on parcel.number = scan.parcel_number
       where scan.id = $1 and ${IN_REACH}`,
      [scanId, ...reachOf(actor)],
    );
    if (!scan) throw postalProblem('scan.unknown');
    return scan;
  }
}
