import { Day, Instant, Int, ListOf, Nested, OneOf, Text, Uuid } from '@choxa/platform';
import { PlaceDto, toPlaceDto } from '@choxa/places';
import { toLocalTimestamp } from '@choxa/standards';
import { traceLink } from '../trace/trace-link.rules.js';
import type { LotEntity } from './lot.entity.js';
import { PRODUCED_KINDS, TRACE_STEPS, type ProducedKind, type TraceStep } from './lot.rules.js';
import type { TraceEventEntity } from './trace-event.entity.js';

const COMMUNE_CODE = /^[0-9]{5}$/;

export class MakeLotDto {
  @Text({ max: 20, optional: true, description: 'Day and running number where none is given' }) code?: string;
  @Day() producedOn: string;
  @OneOf(PRODUCED_KINDS) producedKind: ProducedKind;
  @Day({ optional: true, description: 'Last good day; from the shelf life of the product where none is given' }) expiresOn?: string;
  @Int({ min: 1, max: 1_000_000_000, optional: true, description: 'Packs in the lot' }) quantity?: number;
  @Text({ max: 5, pattern: COMMUNE_CODE, optional: true, description: "The producer's commune where none is given" }) communeCode?: string;
  @Text({ max: 200, optional: true, description: 'Hamlet, garden, workshop' }) placeText?: string;
}

export class RecordTraceEventDto {
  @OneOf(TRACE_STEPS) step: TraceStep;
  @Instant({ optional: true }) occurredAt?: string;
  @Text({ max: 5, pattern: COMMUNE_CODE, optional: true, description: "The lot's place where none is given" }) communeCode?: string;
  @Text({ max: 500, optional: true }) note?: string;
}

export class TraceEventDto {
  @Uuid() id: string;
  @OneOf(TRACE_STEPS) step: TraceStep;
  @Instant() occurredAt: string;
  @Nested(() => PlaceDto, { optional: true }) place: PlaceDto | null;
  @Text({ max: 500, optional: true }) note: string | null;
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
}

export class LotListDto {
  @ListOf(() => LotDto) data: LotDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export function toTraceEventDto({ id, step, occurredAt, place, note }: TraceEventEntity): TraceEventDto {
  return { id, step, occurredAt: toLocalTimestamp(occurredAt), place: place && toPlaceDto(place), note };
}

export function toLotDto(lot: LotEntity, events: TraceEventEntity[], publicUrl: string): LotDto {
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
    events: events.map(toTraceEventDto),
  };
}
