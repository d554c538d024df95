import { LOCAL_OFFSET, startOfDay, toLocalTimestamp } from '@choxa/standards';
import type { EventCorrectionEntity } from '../lots/event-correction.entity.js';
import type { LotHistory } from '../lots/lot-histories.query.js';
import type { LotEntity } from '../lots/lot.entity.js';
import type { TraceEventEntity } from '../lots/trace-event.entity.js';
import { eventUri } from '../lots/trace-event.rules.js';
import { placeUri, vocabularyUri } from './epcis-ids.rules.js';
import { bizStepOf, STEPS_IN_EPCIS } from './steps.rules.js';

/** One event of a document, as JSON-LD. */
export type EpcisJson = Readonly<Record<string, unknown>>;

export interface LotForEpcis {
  lot: LotEntity;
  /** How the lot is named. */
  uri: string;
  history: LotHistory;
  /** What it was made from, as it is named. */
  inputs: { uri: string; quantity: number | null }[];
}

/** What one record of ours becomes: an event, and a second time with its error declaration where it was declared wrong. */
export interface LotEvent {
  /** Of the lot (its making, or what it was made from) or of the trace event. */
  source: 'made' | 'inputs' | 'event';
  id: string;
  at: Date;
  json: EpcisJson[];
}

const HALF_A_DAY_MS = 12 * 3_600_000;

/** A lot's history in EPCIS 2.0, in the order it happened. Pure. */
export function lotEvents(publicUrl: string, subject: LotForEpcis): LotEvent[] {
  const { history, inputs } = subject;
  const processed = history.events.some(({ id, step }) => step === 'processing' && !history.corrections.has(id));
  const events = [
    ...(history.events.some(isCapturedMaking) ? [] : [madeEvent(publicUrl, subject)]),
    // What went in must not be lost where nobody recorded the processing.
    ...(inputs.length && !processed ? [inputsEvent(publicUrl, subject)] : []),
    ...history.events.map((event) => stepEvent(publicUrl, subject, event)),
  ];
  return events.toSorted((a, b) => a.at.getTime() - b.at.getTime() || ORDER[a.source] - ORDER[b.source] || (a.id < b.id ? -1 : 1));
}

const ORDER: Record<LotEvent['source'], number> = { made: 0, inputs: 1, event: 2 };

/** When a lot came into being: noon of its day, for nobody noted the hour; never after it was put on file. */
export function madeAt({ producedOn, madeAt: recorded }: Pick<LotEntity, 'producedOn' | 'madeAt'>): Date {
  return new Date(Math.min(startOfDay(producedOn).getTime() + HALF_A_DAY_MS, recorded.getTime()));
}

/** Whether another system reported the making of the lot itself, with more than we know. */
function isCapturedMaking({ captured }: TraceEventEntity): boolean {
  return captured !== null && /(^|[:-])commissioning$/.test(String((captured as EpcisJson).bizStep));
}

function madeEvent(publicUrl: string, subject: LotForEpcis): LotEvent {
  const { lot } = subject;
  const at = madeAt(lot);
  const dates =
    lot.producedKind === 'harvest'
      ? { 'cbvmda:harvestStartDate': lot.producedOn, 'cbvmda:harvestEndDate': lot.producedOn }
      : { 'gs1:productionDate': lot.producedOn };
  const json = {
    type: 'ObjectEvent',
    ...when(`urn:uuid:${lot.id}`, at, lot.madeAt, LOCAL_OFFSET),
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
    ...where(publicUrl, lot.communeCode),
    quantityList: [quantity(subject)],
    ilmd: {
      'cbvmda:lotNumber': lot.code,
      ...dates,
      ...(lot.expiresOn ? { 'cbvmda:itemExpirationDate': lot.expiresOn } : {}),
      'choxa:traceCode': lot.traceCode,
    },
  };
  return { source: 'made', id: lot.id, at, json: [json] };
}

function inputsEvent(publicUrl: string, subject: LotForEpcis): LotEvent {
  const { lot } = subject;
  const at = madeAt(lot);
  const json = {
    type: 'TransformationEvent',
    ...when(`${subject.uri}#made-from`, at, lot.madeAt, LOCAL_OFFSET),
    bizStep: 'creating_class_instance',
    ...where(publicUrl, lot.communeCode),
    ...transformation(subject, true),
  };
  return { source: 'inputs', id: lot.id, at, json: [json] };
}

function stepEvent(publicUrl: string, subject: LotForEpcis, event: TraceEventEntity): LotEvent {
  const correction = subject.history.corrections.get(event.id);
  const json = event.captured ? reported(event) : recorded(publicUrl, subject, event);
  const declared = correction ? [{ ...json, recordTime: toLocalTimestamp(correction.declaredAt), ...declaration(correction) }] : [];
  return { source: 'event', id: event.id, at: event.occurredAt, json: [json, ...declared] };
}

/** Word for word as another system reported it, with its id and our time of record. */
function reported(event: TraceEventEntity): EpcisJson {
  const { errorDeclaration: _, ...told } = event.captured as EpcisJson;
  return { ...told, eventID: eventUri(event), recordTime: toLocalTimestamp(event.recordedAt) };
}

function recorded(publicUrl: string, subject: LotForEpcis, event: TraceEventEntity): EpcisJson {
  const { step, place, note } = event;
  const { type } = STEPS_IN_EPCIS[step];
  const first = subject.history.events.find((each) => each.step === 'processing' && !subject.history.corrections.has(each.id));
  return {
    type,
    ...when(eventUri(event), event.occurredAt, event.recordedAt, event.timeZoneOffset),
    ...(type === 'TransformationEvent' ? {} : { action: type === 'AggregationEvent' ? 'ADD' : 'OBSERVE' }),
    bizStep: bizStepOf(publicUrl, step),
    ...(step === 'shipping' ? { disposition: 'in_transit' } : {}),
    ...where(publicUrl, place?.code ?? null),
    ...(type === 'ObjectEvent' ? { quantityList: [quantity(subject)] } : {}),
    // The box has no number of its own; it is the one of this packing.
    ...(type === 'AggregationEvent' ? { parentID: `${eventUri(event)}#box`, childQuantityList: [quantity(subject)] } : {}),
    ...(type === 'TransformationEvent' ? transformation(subject, event.id === first?.id) : {}),
    ...(note ? { 'choxa:note': note } : {}),
  };
}

/** All transformations of a lot are one, told in parts: the first names what went in. */
function transformation(subject: LotForEpcis, withInputs: boolean): EpcisJson {
  const inputs = withInputs ? subject.inputs : [];
  return {
    transformationID: `${subject.uri}#transformation`,
    ...(inputs.length ? { inputQuantityList: inputs.map(({ uri, quantity: packs }) => thing(uri, packs)) } : {}),
    outputQuantityList: [quantity(subject)],
  };
}

function when(eventID: string, at: Date, recordedAt: Date, eventTimeZoneOffset: string): EpcisJson {
  return { eventID, eventTime: toLocalTimestamp(at), eventTimeZoneOffset, recordTime: toLocalTimestamp(recordedAt) };
}

function where(publicUrl: string, communeCode: string | null): EpcisJson {
  return communeCode ? { readPoint: { id: placeUri(publicUrl, communeCode) }, bizLocation: { id: placeUri(publicUrl, communeCode) } } : {};
}

function quantity({ uri, lot }: LotForEpcis): EpcisJson {
  return thing(uri, lot.quantity);
}

function thing(epcClass: string, packs: number | null): EpcisJson {
  return { epcClass, ...(packs === null ? {} : { quantity: packs }) };
}

function declaration({ declaredAt, reason, correctiveEventIds }: EventCorrectionEntity): EpcisJson {
  return {
    errorDeclaration: {
      declarationTime: toLocalTimestamp(declaredAt),
      reason,
      ...(correctiveEventIds.length ? { correctiveEventIDs: correctiveEventIds } : {}),
    },
  };
}

/** What the words and prefixes of our documents stand for. */
export function epcisContext(publicUrl: string): unknown[] {
  return [
    'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    { cbvmda: 'urn:epcglobal:cbv:mda:', gs1: 'https://ref.gs1.org/voc/', choxa: vocabularyUri(publicUrl) },
  ];
}
