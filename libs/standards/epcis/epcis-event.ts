import type { Result } from '../failure/standard-error.js';
import { readClassId } from './class-id.js';
import type { EpcisCode } from './epcis-codes.js';
import {
  bareWord,
  EPCIS_ACTIONS,
  EPCIS_EVENT_TYPES,
  isBizStep,
  isErrorReason,
  isUri,
  type EpcisAction,
  type EpcisEventType,
} from './vocabulary.js';

/** An event of EPCIS 2.0, checked: what the rest of the system needs to know of it. */
export interface EpcisEvent {
  readonly type: EpcisEventType;
  readonly eventTime: Date;
  readonly timeZoneOffset: string;
  readonly eventId: string | null;
  /** Null for a transformation, which has none. */
  readonly action: EpcisAction | null;
  /** Short form of the core vocabulary, or a foreign URI. */
  readonly bizStep: string | null;
  /** URIs of the classes the event is about: observed, packed, or made. */
  readonly outputs: readonly string[];
  /** URIs of the classes that went into them. */
  readonly inputs: readonly string[];
  /** URI of the place. */
  readonly readPoint: string | null;
  readonly errorDeclaration: { readonly at: Date; readonly reason: string | null; readonly correctiveEventIds: readonly string[] } | null;
}

/** The first rule an event breaks, and where (a JSON pointer into the event). */
export type EpcisEventResult = { readonly ok: true; readonly event: EpcisEvent } | EpcisFault;
export interface EpcisFault {
  readonly ok: false;
  readonly code: EpcisCode;
  readonly pointer: string;
}

type Json = Readonly<Record<string, unknown>>;

const COMMON =
  'type eventTime recordTime eventTimeZoneOffset eventID errorDeclaration certificationInfo @context bizStep disposition persistentDisposition readPoint bizLocation bizTransactionList sourceList destinationList sensorElementList'.split(
    ' ',
  );
const FIELDS: Readonly<Record<EpcisEventType, ReadonlySet<string>>> = {
  ObjectEvent: new Set([...COMMON, 'action', 'epcList', 'quantityList', 'ilmd']),
  AggregationEvent: new Set([...COMMON, 'action', 'parentID', 'childEPCs', 'childQuantityList']),
  TransformationEvent: new Set([
    ...COMMON,
    ...['inputEPCList', 'inputQuantityList', 'outputEPCList', 'outputQuantityList', 'transformationID', 'ilmd'],
  ]),
};

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
const OFFSET = /^(?:[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)$/;
const MOST_THINGS = 500;

/**
 * Checks one event of an EPCIS 2.0 document in JSON-LD against the rules of the standard that a history of lots rests on. It never
 * throws; the schema of GS1 is looser in some places (business steps, parents, check digits), so passing here is the stronger claim.
 */
export function readEpcisEvent(value: unknown): EpcisEventResult {
  if (!isObject(value)) return fault('epcis.event', '');
  const type = EPCIS_EVENT_TYPES.find((known) => known === value.type);
  if (!type) return fault('epcis.type', '/type');
  const eventTime = readTime(value.eventTime);
  if (!eventTime) return fault('epcis.time', '/eventTime');
  if (typeof value.eventTimeZoneOffset !== 'string' || !OFFSET.test(value.eventTimeZoneOffset))
    return fault('epcis.offset', '/eventTimeZoneOffset');
  const broken = fieldFault(value, type) ?? actionFault(value, type) ?? stepFault(value) ?? ilmdFault(value, type) ?? placeFault(value);
  if (broken) return broken;
  const what = readWhat(value, type);
  if (!what.ok) return what;
  const declaration = readErrorDeclaration(value.errorDeclaration);
  if (!declaration.ok) return fault('epcis.error-declaration', '/errorDeclaration');
  const { inputs, outputs } = what;
  return {
    ok: true,
    event: {
      type,
      eventTime,
      timeZoneOffset: value.eventTimeZoneOffset,
      eventId: (value.eventID as string | undefined) ?? null,
      action: (value.action as EpcisAction | undefined) ?? null,
      bizStep: typeof value.bizStep === 'string' ? bareWord(value.bizStep) : null,
      inputs,
      outputs,
      readPoint: (value.readPoint as { id: string } | undefined)?.id ?? null,
      errorDeclaration: declaration.declaration,
    },
  };
}

/** The events of an `EPCISDocument`, unchecked; `epcis.document` when it is none. */
export function readEpcisDocument(value: unknown): Result<{ readonly events: readonly unknown[] }, 'epcis.document'> {
  const no = { ok: false, code: 'epcis.document' } as const;
  if (!isObject(value) || value.type !== 'EPCISDocument' || !value['@context'] || !readTime(value.creationDate)) return no;
  if (typeof value.schemaVersion !== 'string' || !/^2(?:\.\d+)*$/.test(value.schemaVersion)) return no;
  const body = value.epcisBody;
  return isObject(body) && Array.isArray(body.eventList) ? { ok: true, events: body.eventList as unknown[] } : no;
}

/** Names without a colon belong to the standard; extensions are URIs or prefixed (`choxa:note`). */
function fieldFault(event: Json, type: EpcisEventType): EpcisFault | null {
  // Told apart from other strange fields below: an action here is the commonest mistake.
  const stranger = Object.keys(event).find((name) => !FIELDS[type].has(name) && !name.includes(':') && !['action', 'ilmd'].includes(name));
  if (stranger !== undefined) return fault('epcis.field', `/${stranger}`);
  if (event.eventID !== undefined && !isUri(event.eventID)) return fault('epcis.uri', '/eventID');
  return event.recordTime === undefined || readTime(event.recordTime) ? null : fault('epcis.time', '/recordTime');
}

function actionFault({ action }: Json, type: EpcisEventType): EpcisFault | null {
  const right = type === 'TransformationEvent' ? action === undefined : EPCIS_ACTIONS.some((known) => known === action);
  return right ? null : fault('epcis.action', '/action');
}

function stepFault({ bizStep }: Json): EpcisFault | null {
  if (bizStep === undefined) return null;
  return typeof bizStep === 'string' && isBizStep(bizStep) ? null : fault('epcis.biz-step', '/bizStep');
}

/** Instance and lot master data belong to the moment in which the thing comes into being (EPCIS 2.0 §7.3.8). */
function ilmdFault({ ilmd, action }: Json, type: EpcisEventType): EpcisFault | null {
  if (ilmd === undefined) return null;
  const allowed = type === 'TransformationEvent' || (type === 'ObjectEvent' && action === 'ADD');
  return allowed && isObject(ilmd) && Object.keys(ilmd).every(isUri) ? null : fault('epcis.ilmd', '/ilmd');
}

function placeFault(event: Json): EpcisFault | null {
  for (const name of ['readPoint', 'bizLocation'] as const) {
    const place = event[name];
    if (place !== undefined && !(isObject(place) && isUri(place.id))) return fault('epcis.uri', `/${name}/id`);
  }
  return null;
}

type What = { readonly ok: true; readonly inputs: string[]; readonly outputs: string[] } | EpcisFault;

function readWhat(event: Json, type: EpcisEventType): What {
  const [outNames, inNames] = {
    ObjectEvent: [['epcList', 'quantityList'], []],
    AggregationEvent: [['childEPCs', 'childQuantityList'], []],
    TransformationEvent: [
      ['outputEPCList', 'outputQuantityList'],
      ['inputEPCList', 'inputQuantityList'],
    ],
  }[type] as [string[], string[]];
  const lists: Record<'outputs' | 'inputs', string[]> = { outputs: [], inputs: [] };
  for (const [kind, names] of [
    ['outputs', outNames],
    ['inputs', inNames],
  ] as const)
    for (const name of names) {
      const read = readThings(event[name], name);
      if (!read.ok) return read;
      lists[kind].push(...read.uris);
    }
  const { inputs, outputs } = lists;
  if (type === 'AggregationEvent') {
    // EPCIS 2.0 §7.4.4: what is put in or taken out, is so of something.
    if (event.parentID === undefined ? event.action !== 'OBSERVE' : !isUri(event.parentID)) return fault('epcis.parent', '/parentID');
    if (!outputs.length && event.action !== 'DELETE') return fault('epcis.what', '/childQuantityList');
  } else if (type === 'TransformationEvent') {
    const { transformationID } = event;
    if (transformationID !== undefined && !isUri(transformationID)) return fault('epcis.uri', '/transformationID');
    // EPCIS 2.0 §7.4.6: both sides, unless an identifier ties several events together.
    if (transformationID === undefined ? !inputs.length || !outputs.length : !inputs.length && !outputs.length)
      return fault('epcis.what', '/outputQuantityList');
  } else if (!outputs.length) return fault('epcis.what', '/quantityList');
  return { ok: true, inputs, outputs };
}

function readThings(list: unknown, name: string): { readonly ok: true; readonly uris: string[] } | EpcisFault {
  if (list === undefined) return { ok: true, uris: [] };
  if (!Array.isArray(list) || list.length > MOST_THINGS) return fault('epcis.what', `/${name}`);
  const uris: string[] = [];
  for (const [index, entry] of (list as unknown[]).entries()) {
    const quantities = name.endsWith('uantityList');
    if (quantities && !isQuantity(entry)) return fault('epcis.quantity', `/${name}/${index}`);
    const uri = quantities ? (entry as { epcClass: unknown }).epcClass : entry;
    const read = readClassId(uri);
    if (!read.ok) return fault(read.code, quantities ? `/${name}/${index}/epcClass` : `/${name}/${index}`);
    uris.push(uri as string);
  }
  return { ok: true, uris };
}

function isQuantity(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).some((key) => !['epcClass', 'quantity', 'uom'].includes(key))) return false;
  const { quantity, uom } = value;
  if (quantity !== undefined && !(typeof quantity === 'number' && Number.isFinite(quantity) && quantity >= 0)) return false;
  return uom === undefined || (typeof uom === 'string' && /^[A-Z0-9]{2,3}$/.test(uom));
}

function readErrorDeclaration(value: unknown): { ok: true; declaration: EpcisEvent['errorDeclaration'] } | { ok: false } {
  if (value === undefined) return { ok: true, declaration: null };
  if (!isObject(value)) return { ok: false };
  const { declarationTime, reason, correctiveEventIDs = [] } = value;
  const at = readTime(declarationTime);
  if (!at || (reason !== undefined && !(typeof reason === 'string' && isErrorReason(reason)))) return { ok: false };
  if (!Array.isArray(correctiveEventIDs) || !correctiveEventIDs.every(isUri)) return { ok: false };
  return {
    ok: true,
    declaration: { at, reason: reason === undefined ? null : bareWord(reason as string), correctiveEventIds: correctiveEventIDs },
  };
}

function readTime(value: unknown): Date | null {
  if (typeof value !== 'string' || !TIME.test(value)) return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? null : time;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(code: EpcisCode, pointer: string): EpcisFault {
  return { ok: false, code, pointer };
}
