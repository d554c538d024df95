import { DELIVERY_PLACE_CODES, type DeliveryPlace } from '@choxa/standards';
import { PARCEL_STATES, type ParcelState } from '@choxa/postal-contract';
import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Vnd } from '@choxa/platform';
import { DELIVER_TO, PointDto } from '../parcels/staff-parcel.dto.js';

const COMMUNE = { pattern: /^\d{5}$/, description: 'Code of the commune, five digits', example: '24778' };
const MAX_GRAMS = 100_000;
const MAX_COD_VND = 100_000_000;

export class PartyDto {
  @Text({ min: 1, max: 200 }) name: string;
  @Text({ min: 8, max: 20, example: '0912345678' }) phone: string;
  @Text({ min: 1, max: 300, description: 'House number, street, hamlet: everything below the commune' }) street: string;
  @Text(COMMUNE) communeCode: string;
}

export class DeclaredContentDto {
  @Text({ optional: true, pattern: /^\d{14}$/, description: 'Number on the pack in 14-digit form' }) code14?: string | null;
  @Text({ min: 1, max: 300 }) description: string;
  @Int({ min: 1, max: 10_000 }) quantity: number;
  @Vnd({ max: MAX_COD_VND, optional: true, description: 'Price of one, part of the cash to collect: then a part may be taken' })
  unitPriceVnd?: number | null;
}

export class DeliverToDto {
  @OneOf(DELIVER_TO, { description: 'office: kept at the counter of an office' }) kind: (typeof DELIVER_TO)[number];
  @Text({ optional: true, max: 40, description: 'Code of that office, with kind office' }) officeCode?: string;
  @Text({ optional: true, pattern: /^\d{5}[0-9A-Z]{7}$/, description: 'Digital address of 12 characters' }) digitalAddress?: string;
  @Nested(() => PointDto, { optional: true }) point?: PointDto;
}

/** One parcel that a sender wants carried. */
export class AnnounceParcelDto {
  @Text({ min: 1, max: 100, description: 'Your own key for the parcel: the same one never makes a second parcel' }) reference: string;
  @Text({ optional: true, max: 40, description: 'Code of the operator; may be left out by who posts through one only' })
  operatorCode?: string;
  @Nested(() => PartyDto) sender: PartyDto;
  @Nested(() => PartyDto) recipient: PartyDto;
  @Int({ min: 1, max: MAX_GRAMS, description: 'As announced; the counter weighs again' }) weightGrams: number;
  @Vnd({ max: MAX_COD_VND, description: 'Cash to collect from the recipient, whole đồng; 0 for none' }) codVnd: number;
  @ListOf(() => DeclaredContentDto, { min: 1, max: 200 }) contents: DeclaredContentDto[];
  @Nested(() => DeliverToDto, { optional: true }) deliverTo?: DeliverToDto;
  @Flag({ optional: true, description: 'A present: no price on what goes with it' }) gift?: boolean;
  @Flag({ optional: true, description: 'The recipient may look at the goods before taking them' }) inspection?: boolean;
}

/** A parcel as its sender sees it. Names and addresses are not repeated: the sender has them. */
export class SentParcelDto {
  @Text() number: string;
  @Text() reference: string;
  @Text() operatorCode: string;
  @OneOf(PARCEL_STATES) state: ParcelState;
  @Instant() stateAt: string;
  @Instant() announcedAt: string;
  @Instant({ optional: true }) acceptedAt: string | null;
  @Day({ optional: true }) promisedOn: string | null;
  @Instant({ optional: true }) closedAt: string | null;
  @OneOf(DELIVERY_PLACE_CODES, { optional: true }) deliveryPlace: DeliveryPlace | null;
  @Int({ description: 'Tries to hand it over' }) attempts: number;
  @Int({ description: 'As weighed at the counter, before that as announced' }) weightGrams: number;
  @Vnd() codVnd: number;
}

export class SentParcelsDto {
  @ListOf(() => SentParcelDto) data: SentParcelDto[];
  @Text({ optional: true }) next: string | null;
}

export class SentParcelsQuery extends PageQuery {
  @OneOf(PARCEL_STATES, { optional: true }) state?: ParcelState;
}

export class WithdrawParcelDto {
  @Text({ min: 1, max: 300, description: 'For the clerk who is brought the parcel all the same' }) reason: string;
}
