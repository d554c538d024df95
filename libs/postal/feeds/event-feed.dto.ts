import {
  NEXT_ACTION_CODES,
  NON_DELIVERY_REASON_CODES,
  PARCEL_EVENT_CODES,
  type NextAction,
  type NonDeliveryReason,
  type ParcelEventCode,
} from '@choxa/standards';
import { Flag, Instant, Int, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import type { FedEvent } from './events.query.js';
import type { FeedPage } from './event-feed.js';

/** An event of a parcel, coded by UPU EMSEVT V3 (RTS, RTD, LST, DST are local: back, given back, lost, destroyed). */
export class ParcelEventDto {
  @Uuid() id: string;
  @Text() number: string;
  @Text({ optional: true, description: "The sender's own key, where the sender reads" }) reference: string | null;
  @Text() operatorCode: string;
  @OneOf(PARCEL_EVENT_CODES) code: ParcelEventCode;
  @Instant({ description: 'When it happened, by the clock of the device' }) eventTime: string;
  @Instant({ description: 'When we heard of it' }) recordedAt: string;
  @Text() officeCode: string;
  @Text() officeName: string;
  @Text() provinceCode: string;
  @OneOf(NON_DELIVERY_REASON_CODES, { optional: true, description: 'Of an attempt that failed' }) reason: NonDeliveryReason | null;
  @OneOf(NEXT_ACTION_CODES, { optional: true }) nextAction: NextAction | null;
}

export class ParcelEventsDto {
  @ListOf(() => ParcelEventDto) data: ParcelEventDto[];
  @Text({ optional: true, description: '`since` of the next reading; null while there is nothing yet' }) next: string | null;
  @Flag({ description: 'Whether more is there now' }) more: boolean;
}

export class ParcelEventsQuery {
  @Text({ max: 500, optional: true, description: 'The `next` of the reading before, or an RFC 3339 instant to begin at' }) since?: string;
  @Int({ min: 1, max: 1000, optional: true, description: 'Events at once, 200 unless told' }) limit?: number;
}

export function toParcelEventDto({ eventTime, recordedAt, ...event }: FedEvent): ParcelEventDto {
  return { ...event, eventTime: eventTime.toISOString(), recordedAt: recordedAt.toISOString() };
}

export function toParcelEventsDto({ events, next, more }: FeedPage): ParcelEventsDto {
  return { data: events.map(toParcelEventDto), next, more };
}
