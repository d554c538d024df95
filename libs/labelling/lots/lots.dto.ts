import { imageView } from '@choxa/catalogue';
import { Day, Instant, Int, ListOf, Nested, OneOf, Text, Uuid } from '@choxa/platform';
import { PlaceDto, toPlaceDto } from '@choxa/places';
import { ERROR_REASONS, toLocalTimestamp, type ErrorReason } from '@choxa/standards';
import { RecallDto, toRecallDto } from '../recalls/recalls.dto.js';
import { traceLink } from '../trace/trace-link.rules.js';
import type { EventCorrectionEntity } from './event-correction.entity.js';
import type { EvidencePictureEntity } from './evidence-picture.entity.js';
import type { LinkedLot, LotHistory } from './lot-histories.query.js';
import type { LotEntity } from './lot.entity.js';
import { PRODUCED_KINDS, TRACE_STEPS, type ProducedKind, type TraceStep } from './lot.rules.js';
import type { TraceEventEntity } from './trace-event.entity.js';

const COMMUNE_CODE = /^[0-9]{5}$/;
const QUANTITY = { min: 1, max: 1_000_000_000, optional: true };

export class MakeLotDto {
  @Text({ max: 20, optional: true, description: 'Day and running number where none is given' }) code?: string;
  @Day() producedOn: string;
  @OneOf(PRODUCED_KINDS) producedKind: ProducedKind;
  @Day({ optional: true, description: 'Last good day; from the shelf life of the product where none is given' }) expiresOn?: string;
  @Int({ ...QUANTITY, description: 'Packs in the lot' }) quantity?: number;
  @Text({ max: 5, pattern: COMMUNE_CODE, optional: true, description: "The producer's commune where none is given" }) communeCode?: string;
  @Text({ max: 200, optional: true, description: 'Hamlet, garden, workshop' }) placeText?: string;
}

export class AddLotInputDto {
  @Text({ min: 1, max: 20, description: 'Trace code of the lot that went in: of the same household, or received from another' })
  traceCode: string;
  @Int({ ...QUANTITY, description: 'Packs of it' }) quantity?: number;
}

export class RecordTraceEventDto {
  @OneOf(TRACE_STEPS) step: TraceStep;
  @Instant({ optional: true }) occurredAt?: string;
  @Text({ max: 5, pattern: COMMUNE_CODE, optional: true, description: "The lot's place where none is given" }) communeCode?: string;
  @Text({ max: 500, optional: true }) note?: string;
}

export class CorrectTraceEventDto {
  @OneOf(ERROR_REASONS) reason: ErrorReason;
  @Text({ min: 1, max: 500, description: 'What was wrong' }) note: string;
  @Nested(() => RecordTraceEventDto, { optional: true, description: 'What happened instead' }) instead?: RecordTraceEventDto;
}

export class EvidencePictureDto {
  @Uuid() id: string;
  @Text({ max: 500 }) url: string;
  @Text({ max: 500 }) thumbUrl: string;
  @Int() width: number;
  @Int() height: number;
}

export class EventCorrectionDto {
  @OneOf(ERROR_REASONS) reason: ErrorReason;
  @Text({ max: 500 }) note: string;
  @Instant() declaredAt: string;
}

export class TraceEventDto {
  @Uuid() id: string;
  @OneOf(TRACE_STEPS) step: TraceStep;
  @Instant() occurredAt: string;
  @Nested(() => PlaceDto, { optional: true }) place: PlaceDto | null;
  @Text({ max: 500, optional: true }) note: string | null;
  @Nested(() => EventCorrectionDto, { optional: true, description: 'Set when the event was declared wrong: it does not count' })
  correction: EventCorrectionDto | null;
  @ListOf(() => EvidencePictureDto) pictures: EvidencePictureDto[];
}

export class LinkedLotDto {
  @Uuid() id: string;
  @Text() code: string;
  @Text() traceCode: string;
  @Day() producedOn: string;
  @Int({ optional: true, description: 'Packs that went in' }) quantity: number | null;
}

export class LotDto {
  @Uuid() id: string;
  @Text() code: string;
  @Day() producedOn: string;
  @OneOf(PRODUCED_KINDS) producedKind: ProducedKind;
  @Day({ optional: true }) expiresOn: string | null;
  @Int({ optional: true }) quantity: number | null;
  @Nested(() => PlaceDto, { optional: true }) place: PlaceDto | null;
  @Text({ optional: true }) placeText: string | null;
  @Text() traceCode: string;
  @Text({ max: 500 }) traceUrl: string;
  @ListOf(() => TraceEventDto) events: TraceEventDto[];
  @ListOf(() => EvidencePictureDto, { description: 'Of the lot as such; those of a step stand with it' }) pictures: EvidencePictureDto[];
  @ListOf(() => LinkedLotDto, { description: 'What it was made from' }) inputs: LinkedLotDto[];
  @ListOf(() => LinkedLotDto, { description: 'What was made from it' }) outputs: LinkedLotDto[];
  @Nested(() => RecallDto, { optional: true, description: 'The latest; it runs while endedAt is null' }) recall: RecallDto | null;
}

export class LotListDto {
  @ListOf(() => LotDto) data: LotDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export function toEvidencePictureDto(picture: EvidencePictureEntity): EvidencePictureDto {
  const { url, thumbUrl, width, height } = imageView({ ...picture, alt: '' }, '');
  return { id: picture.id, url, thumbUrl, width, height };
}

export function toEventCorrectionDto({ reason, note, declaredAt }: EventCorrectionEntity): EventCorrectionDto {
  return { reason, note, declaredAt: toLocalTimestamp(declaredAt) };
}

export function toTraceEventDto({ id, step, occurredAt, place, note }: TraceEventEntity, history: LotHistory): TraceEventDto {
  const correction = history.corrections.get(id);
  return {
    id,
    step,
    occurredAt: toLocalTimestamp(occurredAt),
    place: place && toPlaceDto(place),
    note,
    correction: correction ? toEventCorrectionDto(correction) : null,
    pictures: history.pictures.filter(({ eventId }) => eventId === id).map(toEvidencePictureDto),
  };
}

export function toLotDto(lot: LotEntity, history: LotHistory, publicUrl: string): LotDto {
  const { id, code, producedOn, producedKind, expiresOn, quantity, place, placeText, traceCode } = lot;
  return {
    id,
    code,
    producedOn,
    producedKind,
    expiresOn,
    quantity,
    place: place && toPlaceDto(place),
    placeText,
    traceCode,
    traceUrl: traceLink(publicUrl, traceCode),
    events: history.events.map((event) => toTraceEventDto(event, history)),
    pictures: history.pictures.filter(({ eventId }) => eventId === null).map(toEvidencePictureDto),
    inputs: history.inputs.map(toLinkedLotDto),
    outputs: history.outputs.map(toLinkedLotDto),
    recall: history.recall && toRecallDto(history.recall),
  };
}

function toLinkedLotDto({ lotId, code, traceCode, producedOn, quantity }: LinkedLot): LinkedLotDto {
  return { id: lotId, code, traceCode, producedOn, quantity };
}
