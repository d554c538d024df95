import {
  DELIVERY_PLACE_CODES,
  NEXT_ACTION_CODES,
  NON_DELIVERY_REASON_CODES,
  PARCEL_EVENT_CODES,
  type DeliveryPlace,
  type NextAction,
  type NonDeliveryReason,
  type ParcelEventCode,
} from '@choxa/standards';
import { CONTENT_CHECKS, PARCEL_STATES, type ContentCheck, type ParcelState } from '@choxa/postal-contract';
import { Day, Decimal, Flag, Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Texts, Uuid, Vnd } from '@choxa/platform';

export class ParcelOfficeDto {
  @Uuid() id: string;
  @Text() code: string;
  @Text() name: string;
}

export class ParcelContentDto {
  @Int({ description: 'Numbered from 1' }) line: number;
  @Text({ optional: true, description: '14-digit form' }) code: string | null;
  @Text({ max: 300 }) description: string;
  @Int() quantity: number;
  @OneOf(CONTENT_CHECKS, { optional: true }) checked: ContentCheck | null;
  @Vnd({ optional: true, description: 'Price of one, part of the cash to collect' }) unitPriceVnd: number | null;
  @Int({ optional: true, description: 'Taken by the recipient, where it was a part' }) taken: number | null;
}

export class ParcelScanDto {
  @Uuid() id: string;
  @OneOf(PARCEL_EVENT_CODES) code: ParcelEventCode;
  @Instant() eventTime: string;
  @Instant() recordedAt: string;
  @Text() device: string;
  @Text() officeName: string;
  @Text() provinceName: string;
  @OneOf(NON_DELIVERY_REASON_CODES, { optional: true }) reason: NonDeliveryReason | null;
  @OneOf(NEXT_ACTION_CODES, { optional: true }) nextAction: NextAction | null;
  @Flag({ description: "The device's clock was ahead" }) fromTheFuture: boolean;
  @Text({ optional: true, max: 300, description: 'Why it was declared wrong; it counts no more once that is confirmed' })
  correction: string | null;
  @Flag({ description: 'The declaration waits for a second person' }) correctionWaits: boolean;
}

export const DELIVER_TO = ['address', 'office'] as const;

/** Degrees. */
export class PointDto {
  @Decimal({ min: -90, max: 90 }) latitude: number;
  @Decimal({ min: -180, max: 180 }) longitude: number;
}

/** A parcel as the staff of its offices see it. */
export class StaffParcelDto {
  @Text() number: string;
  @Text() senderReference: string;
  @Text() senderName: string;
  @Text({ description: 'Commune and province' }) senderPlace: string;
  @Text() recipientName: string;
  @Text() recipientPhone: string;
  @Text({ max: 300 }) address: string;
  @Text() communeName: string;
  @Text() provinceName: string;
  @OneOf(DELIVER_TO, { description: 'office: fetched at the counter of the delivery office' }) deliverTo: (typeof DELIVER_TO)[number];
  @Flag({ description: 'No price on what goes with it' }) gift: boolean;
  @Flag({ description: 'The recipient may look at the goods before taking them' }) inspection: boolean;
  @Text({ optional: true }) digitalAddress: string | null;
  @Nested(() => PointDto, { optional: true }) point: PointDto | null;
  @Vnd() codVnd: number;
  @Int({ description: 'As weighed at the counter, before that as announced' }) weightGrams: number;
  @Vnd({ optional: true, description: 'By the weight measured at the counter; null before, and where no price covers the way' })
  postageVnd: number | null;
  @OneOf(PARCEL_STATES) state: ParcelState;
  @Instant() stateAt: string;
  @Nested(() => ParcelOfficeDto) originOffice: ParcelOfficeDto;
  @Nested(() => ParcelOfficeDto, { optional: true }) currentOffice: ParcelOfficeDto | null;
  @Nested(() => ParcelOfficeDto) deliveryOffice: ParcelOfficeDto;
  @Instant() announcedAt: string;
  @Day({ optional: true }) promisedOn: string | null;
  @Int({ description: 'Tries to hand it over' }) attempts: number;
  @OneOf(DELIVERY_PLACE_CODES, { optional: true }) deliveryPlace: DeliveryPlace | null;
  @Instant({ optional: true, description: 'When the recipient last had it taken somewhere else' }) redirectedAt: string | null;
  @Text({ optional: true, description: 'The parcel of which this is what its recipient did not take' }) restOf: string | null;
  @Text({ optional: true, description: 'The parcel in which what was not taken goes back' }) restNumber: string | null;
  @ListOf(() => ParcelContentDto) contents: ParcelContentDto[];
  @ListOf(() => ParcelScanDto) scans: ParcelScanDto[];
}

export class StaffParcelsDto {
  @ListOf(() => StaffParcelDto) data: StaffParcelDto[];
  @Text({ optional: true }) next: string | null;
}

export class StaffParcelsQuery extends PageQuery {
  @OneOf(PARCEL_STATES, { optional: true }) state?: ParcelState;
  @Uuid({ optional: true, description: "One of the caller's offices" }) office?: string;
}

export class AcceptanceDto {
  @Int({ min: 1, max: 100_000, description: 'As weighed' }) weightGrams: number;
  @Texts({ max: 200, maxLength: 40, optional: true, description: 'Codes of the packs as scanned; absent when nobody scanned them' })
  checkedCodes?: string[];
}

/** A row of the staff query; times inside JSON columns are texts. */
export interface StaffParcelRow {
  number: string;
  sender_reference: string;
  sender_name: string;
  sender_commune_name: string;
  sender_province_name: string;
  recipient_name: string;
  recipient_phone: string;
  recipient_street: string;
  recipient_commune_name: string;
  recipient_province_name: string;
  deliver_to: (typeof DELIVER_TO)[number];
  gift: boolean;
  inspection: boolean;
  recipient_digital_address: string | null;
  recipient_latitude: number | null;
  recipient_longitude: number | null;
  cod_vnd: number;
  weight_grams: number;
  accepted_weight_grams: number | null;
  postage_vnd: number | null;
  state: ParcelState;
  state_at: Date;
  announced_at: Date;
  promised_on: string | null;
  attempts: number;
  delivery_place: DeliveryPlace | null;
  origin_office: ParcelOfficeDto;
  delivery_office: ParcelOfficeDto;
  current_office: ParcelOfficeDto | null;
  redirected_at: Date | null;
  rest_of: string | null;
  rest_number: string | null;
  contents: ParcelContentDto[];
  scans: ParcelScanDto[];
}

export function toStaffParcelDto(row: StaffParcelRow): StaffParcelDto {
  return {
    number: row.number,
    senderReference: row.sender_reference,
    senderName: row.sender_name,
    senderPlace: `${row.sender_commune_name}, ${row.sender_province_name}`,
    recipientName: row.recipient_name,
    recipientPhone: row.recipient_phone,
    address: row.recipient_street,
    communeName: row.recipient_commune_name,
    provinceName: row.recipient_province_name,
    deliverTo: row.deliver_to,
    gift: row.gift,
    inspection: row.inspection,
    digitalAddress: row.recipient_digital_address,
    point: row.recipient_latitude === null ? null : { latitude: row.recipient_latitude, longitude: row.recipient_longitude! },
    codVnd: row.cod_vnd,
    weightGrams: row.accepted_weight_grams ?? row.weight_grams,
    postageVnd: row.postage_vnd,
    state: row.state,
    stateAt: row.state_at.toISOString(),
    originOffice: row.origin_office,
    currentOffice: row.current_office,
    deliveryOffice: row.delivery_office,
    announcedAt: row.announced_at.toISOString(),
    promisedOn: row.promised_on,
    attempts: row.attempts,
    deliveryPlace: row.delivery_place,
    redirectedAt: row.redirected_at?.toISOString() ?? null,
    restOf: row.rest_of,
    restNumber: row.rest_number,
    contents: row.contents,
    scans: row.scans.map((scan) => ({
      ...scan,
      eventTime: new Date(scan.eventTime).toISOString(),
      recordedAt: new Date(scan.recordedAt).toISOString(),
    })),
  };
}
