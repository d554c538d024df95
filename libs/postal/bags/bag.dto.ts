import { Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Texts, Uuid } from '@choxa/platform';
import { SHIPPING_LABEL_FORMATS, type ShippingLabelFormat } from '../parcels/labels/shipping-label.js';
import { ParcelOfficeDto } from '../parcels/staff-parcel.dto.js';
import { BAG_STATES, type BagState } from './bag-moves.rules.js';
import { BAG_OUTCOMES, type BagOutcome } from './bag-parcel.entity.js';
import { BAG_REFUSALS, type BagRefusal } from './bag-refusals.js';

/** As many parcels as a bag takes, and a batch of scans. */
export const MOST_IN_BAG = 500;

export class BagParcelDto {
  @Text() number: string;
  @Text({ description: 'Of the office that delivers it' }) deliveryOfficeName: string;
  @Instant() putAt: string;
  @Instant({ optional: true }) takenAt: string | null;
  @OneOf(BAG_OUTCOMES, { optional: true, description: 'How it left the bag; null while it is inside' }) outcome: BagOutcome | null;
}

export class BagDto {
  @Uuid() id: string;
  @Text({ description: 'SSCC or own number' }) number: string;
  @OneOf(BAG_STATES) state: BagState;
  @Nested(() => ParcelOfficeDto) fromOffice: ParcelOfficeDto;
  @Nested(() => ParcelOfficeDto) toOffice: ParcelOfficeDto;
  @Instant() madeAt: string;
  @Instant({ optional: true }) closedAt: string | null;
  @Instant({ optional: true }) dispatchedAt: string | null;
  @Instant({ optional: true }) arrivedAt: string | null;
  @Instant({ optional: true, description: 'When it was unpacked' }) openedAt: string | null;
  @Int({ description: 'Parcels that travel in it, those found and those missing at the end included' }) parcelCount: number;
  @Int({ description: 'Of those, grams' }) weightGrams: number;
  @Int({ description: 'Not found when it was unpacked' }) shortCount: number;
  @Int({ description: 'Found although nobody put them in' }) overCount: number;
}

export class BagWithParcelsDto extends BagDto {
  @ListOf(() => BagParcelDto) parcels: BagParcelDto[];
}

export class BagsDto {
  @ListOf(() => BagDto) data: BagDto[];
  @Text({ optional: true }) next: string | null;
}

export class BagsQuery extends PageQuery {
  @OneOf(BAG_STATES, { optional: true }) state?: BagState;
  @Uuid({ optional: true, description: 'One of your offices' }) office?: string;
  @OneOf(['from', 'to'], { optional: true, description: 'Only those that leave from, or go to, your offices' }) way?: 'from' | 'to';
  @Text({ max: 40, optional: true, description: 'Number of one bag of your operator, as scanned, wherever it goes' }) number?: string;
}

export class NextHopDto {
  @Nested(() => ParcelOfficeDto) office: ParcelOfficeDto;
  @Int({ description: 'Parcels that lie there, are in no bag and go this way' }) waitingCount: number;
}

export class NextHopsDto {
  @ListOf(() => NextHopDto) data: NextHopDto[];
}

export class NextHopsQuery {
  @Uuid({ description: 'One of your offices' }) office: string;
}

export class BagLabelQuery {
  @OneOf(SHIPPING_LABEL_FORMATS, { optional: true, description: 'a6 unless told' }) format?: ShippingLabelFormat;
}

export class OpenBagDto {
  @Uuid({ description: 'Made on the device' }) id: string;
  @Text({ min: 1, max: 60, description: "Id or code of one of the caller's offices" }) fromOffice: string;
  @Text({ min: 1, max: 60, description: 'Id or code of an office of the same operator' }) toOffice: string;
}

export class PutParcelDto {
  @Text({ min: 1, max: 40 }) parcel: string;
  @Instant({ optional: true, description: 'When, by the device; now unless told' }) at?: string;
}

export class PutParcelsDto {
  @ListOf(() => PutParcelDto, { min: 1, max: MOST_IN_BAG }) parcels: PutParcelDto[];
}

export class PutResultDto {
  @Text() parcel: string;
  @OneOf(['put', 'already', 'refused']) outcome: 'put' | 'already' | 'refused';
  @OneOf(Object.keys(BAG_REFUSALS) as BagRefusal[], { optional: true }) code: BagRefusal | null;
  @Text({ optional: true, max: 300 }) detail: string | null;
  @Text({ optional: true, description: 'Where it should go instead (wrong route)' }) rightOfficeName: string | null;
}

export class PutResultsDto {
  @ListOf(() => PutResultDto) results: PutResultDto[];
}

export class MoveBagDto {
  @Instant({ optional: true, description: 'When, by the device; now unless told' }) at?: string;
}

export class UnpackBagDto extends MoveBagDto {
  @Texts({ max: 2 * MOST_IN_BAG, maxLength: 40, description: 'Numbers of the parcels that were in it' }) found: string[];
}
