import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Places } from '@choxa/places';
import { Clock, Config, type Actor, type Tx } from '@choxa/platform';
import { readEpcisEvent, type EpcisEvent } from '@choxa/standards';
import { Labels } from '../label-rule/labels.js';
import { EventCorrectionEntity } from '../lots/event-correction.entity.js';
import { LotInputs } from '../lots/lot-inputs.js';
import { LotEntity } from '../lots/lot.entity.js';
import type { TraceStep } from '../lots/lot.rules.js';
import { NewTraceEvents } from '../lots/new-trace-events.js';
import { TraceEventEntity } from '../lots/trace-event.entity.js';
import { lockPack } from '../pack-lock.js';
import { contentId } from './capture.rules.js';
import { readPlaceUri } from './epcis-ids.rules.js';
import { namedLots } from './named-lots.query.js';
import { stepOf } from './steps.rules.js';

/** Thrown where an event cannot be kept; whatever was written for it is undone. */
export class RejectedEvent extends Error {
  constructor(
    readonly code: string,
    readonly pointer: string,
  ) {
    super(`${code} at ${pointer || '/'}`);
  }
}

const REPORTED = 'Báo sai qua EPCIS / Declared through EPCIS';
const OWN_ID = /^urn:uuid:([0-9a-f-]{36})$/;

/** Puts one event of another system into the histories of the lots it is about, which must be the actor's own. */
@Injectable()
export class KeepReportedEvent {
  // Six collaborators: an event names lots, places and inputs, and the label changes with it; each is asked once.
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly places: Places,
    private readonly newEvents: NewTraceEvents,
    private readonly inputs: LotInputs,
    private readonly labels: Labels,
  ) {}

  /** Its id, and whether it was known before. Throws `RejectedEvent`, and `lot.input-*` as declaring an input does. */
  async run(tx: Tx, actor: Actor, raw: unknown): Promise<{ eventId: string; known: boolean }> {
    const { publicUrl } = this.config;
    const read = readEpcisEvent(raw);
    if (!read.ok) throw new RejectedEvent(read.code, read.pointer);
    const { event } = read;
    if (this.newEvents.isAhead(event.eventTime)) throw new RejectedEvent('event.future', '/eventTime');
    const lots = await namedLots(tx, publicUrl, event.outputs, actor.scope('household', 'household'));
    if (!lots) throw new RejectedEvent('epcis.lot-unknown', WHERE[event.type]);
    const from = await namedLots(tx, publicUrl, event.inputs);
    if (!from) throw new RejectedEvent('lot.input-unknown', '/inputQuantityList');
    const steps = lots.map((lot) => stepOf(publicUrl, event, lot.producedKind));
    if (steps.includes(null)) throw new RejectedEvent('epcis.step-not-kept', '/bizStep');
    for (const packId of [...new Set(lots.map((lot) => lot.packId))].sort()) await lockPack(tx, packId);

    const eventId = event.eventId ?? contentId(raw);
    const known = await this.known(tx, eventId, lots);
    const events = known ?? (await this.insert(tx, actor, raw as object, event, eventId, lots, steps as TraceStep[]));
    if (!known) for (const lot of lots) for (const input of from) await this.inputs.declare(tx, actor, lot, input, null);
    const declared = event.errorDeclaration ? await this.declareWrong(tx, actor, event, events) : 0;
    for (const { packId } of lots) await this.labels.refresh(tx, packId);
    return { eventId, known: known !== null && declared === 0 };
  }

  /** Our records of an event; null when it is new. The making of a lot is known without being a record of its own. */
  private async known(tx: Tx, eventId: string, lots: LotEntity[]): Promise<TraceEventEntity[] | null> {
    const lotId = In(lots.map(({ id }) => id));
    const reported = await tx.findBy(TraceEventEntity, { capturedId: eventId, lotId });
    if (reported.length) return reported;
    const own = OWN_ID.exec(eventId)?.[1];
    const recorded = own ? await tx.findBy(TraceEventEntity, { id: own, lotId }) : [];
    if (recorded.length) return recorded;
    return lots.some(({ id }) => id === own) || eventId.endsWith('#made-from') ? [] : null;
  }

  private async insert(
    tx: Tx,
    actor: Actor,
    captured: object,
    event: EpcisEvent,
    capturedId: string,
    lots: LotEntity[],
    steps: TraceStep[],
  ): Promise<TraceEventEntity[]> {
    const communeCode = event.readPoint ? readPlaceUri(this.config.publicUrl, event.readPoint) : null;
    const note = (captured as Record<string, unknown>)['choxa:note'];
    const events = lots.map((lot, index) =>
      Object.assign(new TraceEventEntity(), {
        id: randomUUID(),
        lotId: lot.id,
        step: steps[index]!,
        occurredAt: event.eventTime,
        timeZoneOffset: event.timeZoneOffset,
        place: communeCode ? this.places.commune(communeCode) : null,
        note: typeof note === 'string' ? note.slice(0, 500) || null : null,
        capturedId,
        captured,
        recordedAt: this.clock.now(),
        recordedBy: actor.accountId,
      }),
    );
    await tx.insert(TraceEventEntity, events);
    return events;
  }

  /** How many of the events were not declared wrong before. */
  private async declareWrong(tx: Tx, actor: Actor, event: EpcisEvent, events: TraceEventEntity[]): Promise<number> {
    if (!events.length) throw new RejectedEvent('epcis.made', '/errorDeclaration');
    const { reason, correctiveEventIds } = event.errorDeclaration!;
    const before = await tx.findBy(EventCorrectionEntity, { eventId: In(events.map(({ id }) => id)) });
    const fresh = events.filter(({ id }) => !before.some(({ eventId }) => eventId === id));
    await tx.insert(
      EventCorrectionEntity,
      fresh.map(({ id }) => ({
        eventId: id,
        reason: reason === 'did_not_occur' ? reason : 'incorrect_data',
        note: REPORTED,
        correctiveEventIds: [...correctiveEventIds],
        declaredAt: this.clock.now(),
        declaredBy: actor.accountId,
      })),
    );
    return fresh.length;
  }
}

/** Where each type says what it is about. */
const WHERE = { ObjectEvent: '/quantityList', AggregationEvent: '/childQuantityList', TransformationEvent: '/outputQuantityList' } as const;
