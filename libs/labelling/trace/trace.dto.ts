import type { LabelFactsOfProduct } from '@choxa/catalogue';
import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, Text, Texts, Uuid } from '@choxa/platform';
import { displayNumber, toLocalTimestamp } from '@choxa/standards';
import { LABEL_LEVELS, type LabelLevel } from '../label-rule/label-fields.js';
import { PlaceDto, toPlaceDto } from '@choxa/places';
import type { LinkedLot, LotHistory } from '../lots/lot-histories.query.js';
import { PRODUCED_KINDS, TRACE_STEPS, type ProducedKind, type TraceStep } from '../lots/lot.rules.js';
import { EventCorrectionDto, EvidencePictureDto, toEventCorrectionDto, toEvidencePictureDto } from '../lots/lots.dto.js';
import { RecallDto, toRecallDto } from '../recalls/recalls.dto.js';
import type { Trace } from './traces.query.js';

const BARCODE_KINDS = ['gtin', 'internal'] as const;
/** The gravest first: a page says that one loudest. */
const TRACE_STATUSES = ['recalled', 'expired', 'corrected', 'ok'] as const;
type TraceStatus = (typeof TRACE_STATUSES)[number];

export class TraceImageDto {
  @Text({ max: 500 }) url: string;
  @Text({ max: 500 }) thumbUrl: string;
  @Int() width: number;
  @Int() height: number;
  @Text() alt: string;
}

export class TraceProductDto {
  @Text() name: string;
  @Text({ optional: true, description: 'Null while the product has no page' }) slug: string | null;
  @Text() setCode: string;
  @Nested(() => TraceImageDto, { optional: true }) image: TraceImageDto | null;
}

/** To commune level only (domain.md §9). */
export class TraceProducerDto {
  @Text({ optional: true }) name: string | null;
  @Text({ optional: true }) communeName: string | null;
  @Text({ optional: true }) provinceName: string | null;
}

export class TraceBarcodeDto {
  @OneOf(BARCODE_KINDS) kind: (typeof BARCODE_KINDS)[number];
  @Text({ description: 'Of the number the pack carries today' }) digits: string;
}

export class TraceLotDto {
  @Uuid({ description: 'By which those in charge of the lot name it' }) id: string;
  @Text() code: string;
  @Day() producedOn: string;
  @OneOf(PRODUCED_KINDS) producedKind: ProducedKind;
  @Day({ optional: true }) expiresOn: string | null;
  @Flag() expired: boolean;
  @Nested(() => PlaceDto, { optional: true }) place: PlaceDto | null;
  @Text({ optional: true }) placeText: string | null;
  @Int({ optional: true }) quantity: number | null;
  @Text() traceCode: string;
}

export class TraceStepDto {
  @OneOf(TRACE_STEPS) step: TraceStep;
  @Instant() occurredAt: string;
  @Nested(() => PlaceDto, { optional: true }) place: PlaceDto | null;
  @Text({ max: 500, optional: true }) note: string | null;
  @Nested(() => EventCorrectionDto, { optional: true, description: 'Set when the step was declared wrong' })
  correction: EventCorrectionDto | null;
  @ListOf(() => EvidencePictureDto) pictures: EvidencePictureDto[];
}

/** A lot one step back or forward, as its household declares it. */
export class TraceLinkDto {
  @Text() traceCode: string;
  @Text() lotCode: string;
  @Day() producedOn: string;
  @Text() productName: string;
  @Text({ optional: true }) producerName: string | null;
  @Text({ optional: true }) communeName: string | null;
  @Text({ optional: true }) provinceName: string | null;
  @Int({ optional: true, description: 'Packs that went in' }) quantity: number | null;
  @Flag() recalled: boolean;
}

export class TraceRecognitionDto {
  @OneOf(['declared', 'confirmed']) status: 'declared' | 'confirmed';
  @Int({ optional: true, min: 3, max: 5 }) stars: number | null;
  @Text({ optional: true }) decisionNumber: string | null;
  @Text({ optional: true }) authority: string | null;
  @Day({ optional: true }) decisionDate: string | null;
  @Day({ optional: true }) expiresOn: string | null;
  @Flag() expired: boolean;
}

export class TraceLabelBrandDto {
  @OneOf(LABEL_LEVELS) level: LabelLevel;
  @Text({ optional: true }) name: string | null;
}

export class TraceLabelBarcodeDto {
  @OneOf(LABEL_LEVELS) level: LabelLevel;
  @OneOf(BARCODE_KINDS, { optional: true }) kind: (typeof BARCODE_KINDS)[number] | null;
}

export class TraceLabelOriginDto {
  @OneOf(LABEL_LEVELS) level: LabelLevel;
}

export class TraceLabelDto {
  @OneOf(LABEL_LEVELS) level: LabelLevel;
  @Nested(() => TraceLabelBrandDto) brand: TraceLabelBrandDto;
  @Nested(() => TraceLabelBarcodeDto) barcode: TraceLabelBarcodeDto;
  @Nested(() => TraceLabelOriginDto) origin: TraceLabelOriginDto;
  @Texts() missing: string[];
  @Text() ruleVersion: string;
}

export class TraceDto {
  @OneOf(TRACE_STATUSES, { description: 'corrected: the number asked for was replaced; the pack carries `barcode` today' })
  status: TraceStatus;
  @Nested(() => TraceProductDto) product: TraceProductDto;
  @Nested(() => TraceProducerDto) producer: TraceProducerDto;
  @Text({ optional: true }) brandName: string | null;
  @Nested(() => TraceBarcodeDto, { optional: true }) barcode: TraceBarcodeDto | null;
  @Nested(() => TraceLotDto, { optional: true, description: 'Null where the code names no lot' }) lot: TraceLotDto | null;
  @Nested(() => RecallDto, { optional: true, description: 'The running one' }) recall: RecallDto | null;
  @ListOf(() => TraceStepDto) events: TraceStepDto[];
  @ListOf(() => EvidencePictureDto, { description: 'Of the lot as such' }) pictures: EvidencePictureDto[];
  @ListOf(() => TraceLinkDto, { description: 'One step back' }) inputs: TraceLinkDto[];
  @ListOf(() => TraceLinkDto, { description: 'One step forward' }) outputs: TraceLinkDto[];
  @Nested(() => TraceRecognitionDto, { optional: true }) recognition: TraceRecognitionDto | null;
  @Nested(() => TraceLabelDto) label: TraceLabelDto;
  @Text({ max: 500, optional: true }) standards: string | null;
  @Int({ optional: true }) shelfLifeDays: number | null;
  @Text({ optional: true }) serial: string | null;
  @Text({ max: 500, optional: true, description: 'What a reader must know first: corrected, past its last day, serials not kept' }) note:
    string | null;
}

const NOTES = {
  corrected: {
    vi: 'Mã vạch này đã được thay bằng mã khác; sản phẩm vẫn là sản phẩm này.',
    en: 'This number was replaced by another one; the product is the same.',
  },
  recalled: {
    vi: 'Lô hàng này đang bị thu hồi: không dùng, không bán.',
    en: 'This lot is being recalled: do not use it, do not sell it.',
  },
  expired: { vi: 'Lô hàng này đã quá hạn sử dụng.', en: 'This lot is past its last good day.' },
  serial: {
    vi: 'Sàn không lưu số sê-ri từng gói, nên không xác nhận được số này.',
    en: 'Serial numbers of single packs are not kept here, so this one cannot be confirmed.',
  },
} as const;

// The gravest fact is the status; `note` says all of them.
export function toTraceDto(trace: Trace, label: TraceLabelDto, language: 'vi' | 'en'): TraceDto {
  const { corrected, expired, lot, history, barcode, serial, recall } = trace;
  const facts = trace.judged.product;
  const notes = [
    recall !== null && NOTES.recalled,
    corrected && NOTES.corrected,
    expired && NOTES.expired,
    serial !== null && NOTES.serial,
  ].filter((note) => note !== false);
  return {
    status: recall ? 'recalled' : expired ? 'expired' : corrected ? 'corrected' : 'ok',
    product: {
      name: facts.productName,
      slug: facts.state === 'draft' ? null : facts.slug,
      setCode: facts.setCode,
      image: facts.image && {
        url: facts.image.url,
        thumbUrl: facts.image.thumbUrl,
        width: facts.image.width,
        height: facts.image.height,
        alt: facts.image.alt,
      },
    },
    producer: { name: facts.producerName, communeName: facts.communeName, provinceName: facts.provinceName },
    brandName: facts.brandName,
    barcode: barcode && { kind: barcode.kind, digits: displayNumber(barcode.number) },
    lot: lot && {
      id: lot.id,
      code: lot.code,
      producedOn: lot.producedOn,
      producedKind: lot.producedKind,
      expiresOn: lot.expiresOn,
      expired,
      place: lot.place && toPlaceDto(lot.place),
      placeText: lot.placeText,
      quantity: lot.quantity,
      traceCode: lot.traceCode,
    },
    recall: recall && toRecallDto(recall),
    events: history ? toSteps(history) : [],
    pictures: (history?.pictures ?? []).filter(({ eventId }) => eventId === null).map(toEvidencePictureDto),
    inputs: (history?.inputs ?? []).map((input) => toTraceLinkDto(input, trace.linked.get(input.packId))),
    outputs: (history?.outputs ?? []).map((output) => toTraceLinkDto(output, trace.linked.get(output.packId))),
    recognition: trace.recognition,
    label,
    standards: facts.standards,
    shelfLifeDays: facts.shelfLifeDays,
    serial,
    note: notes.length ? notes.map((note) => note[language]).join(' ') : null,
  };
}

function toSteps({ events, corrections, pictures }: LotHistory): TraceStepDto[] {
  return events.map(({ id, step, occurredAt, place, note }) => {
    const correction = corrections.get(id);
    return {
      step,
      occurredAt: toLocalTimestamp(occurredAt),
      place: place && toPlaceDto(place),
      note,
      correction: correction ? toEventCorrectionDto(correction) : null,
      pictures: pictures.filter(({ eventId }) => eventId === id).map(toEvidencePictureDto),
    };
  });
}

function toTraceLinkDto(
  { traceCode, code, producedOn, quantity, recalled }: LinkedLot,
  product: LabelFactsOfProduct | undefined,
): TraceLinkDto {
  return {
    traceCode,
    lotCode: code,
    producedOn,
    productName: product?.productName ?? '',
    producerName: product?.producerName ?? null,
    communeName: product?.communeName ?? null,
    provinceName: product?.provinceName ?? null,
    quantity,
    recalled,
  };
}
