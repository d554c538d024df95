import { Injectable } from '@nestjs/common';
import { Database, Trail, type Actor } from '@choxa/platform';
import { Labels } from '../label-rule/labels.js';
import { lockPack } from '../pack-lock.js';
import { NewTraceEvents, type RecordTraceEventInput } from './new-trace-events.js';
import { requireOwnLot } from './own-lots.js';
import { TraceEventEntity } from './trace-event.entity.js';

/** Adds one step to the history of a lot. Steps are never changed or taken back; a wrong one is declared so. */
@Injectable()
export class RecordTraceEvent {
  constructor(
    private readonly db: Database,
    private readonly newEvents: NewTraceEvents,
    private readonly labels: Labels,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` on a lot that is not the actor's, `event.future`, `place.unknown`. */
  async run(actor: Actor, lotId: string, input: RecordTraceEventInput): Promise<TraceEventEntity> {
    return this.db.transaction(async (tx) => {
      const lot = await requireOwnLot(tx, actor, lotId);
      const event = this.newEvents.make(actor, lot, input);
      await lockPack(tx, lot.packId);
      await tx.insert(TraceEventEntity, event);
      await this.labels.refresh(tx, lot.packId);
      await this.trail.record(tx, actor, {
        action: 'trace-event.recorded',
        subjectKind: 'lot',
        subjectId: lotId,
        details: { householdId: lot.householdId, eventId: event.id, step: event.step },
      });
      return event;
    });
  }
}
