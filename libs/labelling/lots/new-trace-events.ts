import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, type Actor } from '@choxa/platform';
import { LOCAL_OFFSET } from '@choxa/standards';
import { labellingProblem } from '../labelling.problems.js';
import type { LotEntity } from './lot.entity.js';
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

/** Makes events of lots from what people say, in memory. */
@Injectable()
export class NewTraceEvents {
  constructor(
    private readonly clock: Clock,
    private readonly places: Places,
  ) {}

  /** Throws `event.future`, `place.unknown`. */
  make(actor: Actor, lot: LotEntity, input: RecordTraceEventInput): TraceEventEntity {
    const now = this.clock.now();
    const occurredAt = input.occurredAt ?? now;
    if (this.isAhead(occurredAt)) throw refused('event.future', '/occurredAt', occurredAt.toISOString());
    const asked = input.communeCode ? this.places.commune(input.communeCode) : null;
    if (input.communeCode && !asked) throw refused('place.unknown', '/communeCode', input.communeCode);
    return Object.assign(new TraceEventEntity(), {
      id: randomUUID(),
      lotId: lot.id,
      step: input.step,
      occurredAt,
      timeZoneOffset: LOCAL_OFFSET,
      place: asked ?? lot.place,
      note: input.note || null,
      capturedId: null,
      captured: null,
      recordedAt: now,
      recordedBy: actor.accountId,
    });
  }

  /** Whether an instant has not come yet, beyond what a phone's clock may be off. */
  isAhead(instant: Date): boolean {
    return instant.getTime() > this.clock.now().getTime() + CLOCK_SLACK_MS;
  }
}

function refused(code: 'event.future' | 'place.unknown', pointer: string, detail: string) {
  return labellingProblem(code, { errors: [{ pointer, code, detail }] });
}
