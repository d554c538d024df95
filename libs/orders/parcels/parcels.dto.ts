import { Int, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { MOST_PARCELS, PARCEL_OUTCOMES, type ParcelOutcome } from './divided-parcels.rules.js';

const MAX_GRAMS = 100_000;

export class ParcelUnitsDto {
  @Uuid({ description: 'Id of a line' }) line: string;
  @Int({ min: 1, max: 999, description: 'Units of it' }) quantity: number;
}

export class WishedParcelDto {
  @ListOf(() => ParcelUnitsDto, { min: 1, max: 50 }) lines: ParcelUnitsDto[];
  @Int({ min: 1, max: MAX_GRAMS, optional: true, description: 'As weighed at home; else the weight of the packs counts' })
  weightGrams?: number | null;
}

export class DivideSellerOrderDto {
  @ListOf(() => WishedParcelDto, { min: 1, max: MOST_PARCELS, description: 'Together they hold every unit that is sent' })
  parcels: WishedParcelDto[];
}

/** One of several parcels of a seller order. */
export class OrderParcelDto {
  @Int({ description: 'From 1' }) position: number;
  @Text({ optional: true, description: 'Null until the post has given one' }) number: string | null;
  @Text({ optional: true }) status: string | null;
  @OneOf(PARCEL_OUTCOMES, { optional: true, description: 'How it ended' }) outcome: ParcelOutcome | null;
  @Int() weightGrams: number;
  @Vnd() goodsVnd: number;
  @Vnd({ description: 'Cash to collect with it' }) codVnd: number;
  @ListOf(() => ParcelUnitsDto) lines: ParcelUnitsDto[];
}
