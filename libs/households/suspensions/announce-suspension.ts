import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, localDay } from '@choxa/standards';
import { Clock, Database, Trail, violates, type Actor } from '@choxa/platform';
import { OFFICIALS } from '../households/household.rules.js';
import { lockForDecision } from '../households/households-to-review.query.js';
import { householdProblem } from '../households.problems.js';
import { TellMembers } from '../members/tell-members.js';
import { BeginSuspension } from './begin-due-suspensions.js';
import { suspensionReasons } from './suspension-reasons.query.js';
import { SuspensionEntity } from './suspension.entity.js';

export interface AnnounceSuspensionInput {
  reasonCode: string;
  /** What exactly is wrong, for the household to read. */
  text: string;
  /** First day without sales; the earliest the notice period allows where none is given. */
  startsOn?: string | null;
}

/** An official announces that a household may not sell from a day on. The household is told, and may answer. */
@Injectable()
export class AnnounceSuspension {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tellMembers: TellMembers,
    private readonly begin: BeginSuspension,
    private readonly trail: Trail,
  ) {}

  /**
   * One with a notice of no days begins at once. Throws `not-found` outside the actor's places, `household.own-approval`,
   * `household.not-approved`, `suspension.reason`, `suspension.notice` for a day before the notice period ends, `suspension.open`.
   */
  async run(actor: Actor, householdId: string, { reasonCode, text, startsOn }: AnnounceSuspensionInput): Promise<void> {
    try {
      await this.db.transaction(async (tx) => {
        const household = await lockForDecision(tx, actor, householdId, OFFICIALS);
        if (household.state !== 'approved') throw householdProblem('household.not-approved');
        const now = this.clock.now();
        const today = localDay(now);
        const reason = (await suspensionReasons(tx, today)).find(({ code }) => code === reasonCode);
        if (!reason) throw householdProblem('suspension.reason');
        const earliest = addDays(today, reason.noticeDays);
        const day = startsOn ?? earliest;
        if (day < earliest) throw householdProblem('suspension.notice', { errors: [tooEarly(earliest)] });
        const suspension = {
          id: randomUUID(),
          householdId,
          reasonCode,
          text,
          announcedAt: now,
          announcedBy: actor.accountId,
          startsOn: day,
        };
        await tx.insert(SuspensionEntity, suspension);
        await this.trail.record(tx, actor, {
          action: 'household.suspension-announced',
          subjectKind: 'household',
          subjectId: householdId,
          details: { reason: reasonCode, startsOn: day },
        });
        await this.tellMembers.run(tx, householdId, {
          template: 'households.suspension-announced',
          text: `Chợ Xã: ${household.name} sẽ tạm dừng bán từ ${shown(day)}: ${reason.vi}. Mở trang Bán hàng để xem và trả lời. / Sales stop on ${shown(day)}: ${reason.en}.`,
        });
        if (day <= today) await this.begin.run(tx, suspension);
      });
    } catch (error) {
      if (violates(error, 'suspension_open')) throw householdProblem('suspension.open');
      throw error;
    }
  }
}

function tooEarly(earliest: string) {
  return { pointer: '/startsOn', code: 'suspension.notice', detail: `Sớm nhất / at the earliest: ${shown(earliest)}` };
}

/** `2026-11-21` → `21/11/2026`. */
function shown(day: string): string {
  return day.split('-').reverse().join('/');
}
