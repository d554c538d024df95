import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Places } from '@choxa/places';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { LOCAL_OFFSET } from '@choxa/standards';
import { Labels } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { lockPack } from '../pack-lock.js';
import { LotEntity } from './lot.entity.js';
import type { TraceStep } from './lot.rules.js';
import { TraceEventEntity } from './trace-event.entity.js';

/** A phone's clock may run this far ahead. */
const CLOCK_SLACK_MS = 5 * 60_000;

export interface RecordTraceEventInput {
  step: TraceStep;
  /** Now where none is given. */
  occurredAt?: Date | null;
  /** Where; the lot's place where none is given. */
  communeCode?: string | null;
  note?: string | null;
}

/** Adds one step to the history of a lot. Steps are never changed or taken back. */
@Injectable()
export class RecordTraceEvent {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly labels: Labels,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` on a lot that is not the actor's, `event.future`, `place.unknown`. */
  async run(actor: Actor, lotId: string, input: RecordTraceEventInput): Promise<TraceEventEntity> {
    const now = this.clock.now();
    const occurredAt = input.occurredAt ?? now;
    if (occurredAt.getTime() > now.getTime() + CLOCK_SLACK_MS)
      throw labellingProblem('event.future', {
        errors: [{ pointer: '/occurredAt', code: 'event.future', detail: occurredAt.toISOString() }],
      });
    const asked = input.communeCode ? this.places.commune(input.communeCode) : null;
    if (input.communeCode && !asked)
      throw labellingProblem('place.unknown', { errors: [{ pointer: '/communeCode', code: 'place.unknown', detail: input.communeCode }] });
    return this.db.transaction(async (tx) => {
      const lot = await tx.findOneBy(LotEntity, { id: lotId, householdId: In(actor.scope('household', 'household')) });
      if (!lot) throw platformProblem('not-found');
      await lockPack(tx, lot.packId);
      const event = tx.create(TraceEventEntity, {
        id: randomUUID(),
        lotId,
        step: input.step,
        occurredAt,
        timeZoneOffset: LOCAL_OFFSET,
        place: asked ?? lot.place,
        note: input.note || null,
        recordedAt: now,
        recordedBy: actor.accountId,
      });
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
