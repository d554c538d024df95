import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import type { ErrorReason } from '@choxa/standards';
import { Labels } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { lockPack } from '../pack-lock.js';
import { EventCorrectionEntity } from './event-correction.entity.js';
import { requireOwnLot } from './own-lots.js';
import { NewTraceEvents, type RecordTraceEventInput } from './new-trace-events.js';
import { TraceEventEntity } from './trace-event.entity.js';
import { eventUri } from './trace-event.rules.js';

export interface CorrectTraceEventInput {
  reason: ErrorReason;
  note: string;
  /** What happened instead. */
  instead?: RecordTraceEventInput | null;
}

/** Declares a recorded step wrong, and records what happened instead. The wrong step stays, marked. */
@Injectable()
export class CorrectTraceEvent {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly newEvents: NewTraceEvents,
    private readonly labels: Labels,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` on an event that is not the actor's, `event.corrected` on one declared wrong before, and as recording does. */
  async run(actor: Actor, eventId: string, { reason, note, instead }: CorrectTraceEventInput): Promise<void> {
    await this.db.transaction(async (tx) => {
      const event = await tx.findOneBy(TraceEventEntity, { id: eventId });
      if (!event) throw platformProblem('not-found');
      const lot = await requireOwnLot(tx, actor, event.lotId);
      await lockPack(tx, lot.packId);
      if (await tx.existsBy(EventCorrectionEntity, { eventId })) throw labellingProblem('event.corrected');
      const corrective = instead ? this.newEvents.make(actor, lot, instead) : null;
      if (corrective) await tx.insert(TraceEventEntity, corrective);
      await tx.insert(EventCorrectionEntity, {
        eventId,
        reason,
        note,
        correctiveEventIds: corrective ? [eventUri(corrective)] : [],
        declaredAt: this.clock.now(),
        declaredBy: actor.accountId,
      });
      await this.labels.refresh(tx, lot.packId);
      await this.trail.record(tx, actor, {
        action: 'trace-event.declared-wrong',
        subjectKind: 'trace-event',
        subjectId: eventId,
        details: { householdId: lot.householdId, lotId: lot.id, reason },
      });
    });
  }
}
