import { Day, Instant, Int, ListOf, OneOf, PageQuery, Text, Uuid, Vnd } from '@choxa/platform';
import { PARCEL_STATES, type ParcelState } from '@choxa/postal-contract';

/**
 * `expected`: on the way to the office that delivers it. `held`: lying there. `late`: not closed after the promised day. `to_return`: on its way
 * back, or held although it cannot be delivered.
 */
export const OFFICE_LISTS = ['expected', 'held', 'late', 'to_return'] as const;
export type OfficeListName = (typeof OFFICE_LISTS)[number];

export class OfficeListQuery extends PageQuery {
  @OneOf(OFFICE_LISTS) list: OfficeListName;
  @Uuid({ optional: true, description: 'One of your offices; all of them when absent' }) office?: string;
}

/** Who the parcel is for stands on the parcel's own page. */
export class ListedParcelDto {
  @Text() number: string;
  @OneOf(PARCEL_STATES) state: ParcelState;
  @Instant({ description: 'Since when it has been in this state' }) stateAt: string;
  @Day({ optional: true }) promisedOn: string | null;
  @Int({ description: 'Days after the promised one; 0 while in time' }) daysLate: number;
  @Int() attempts: number;
  @Vnd() codVnd: number;
  @Text() recipientCommuneName: string;
  @Text({ optional: true, description: 'Where it was scanned last' }) currentOfficeName: string | null;
}

export class ListedParcelsDto {
  @ListOf(() => ListedParcelDto) data: ListedParcelDto[];
  @Text({ optional: true }) next: string | null;
}

export class OfficeFiguresQuery {
  @Uuid({ optional: true, description: 'One of your offices; all of them when absent' }) office?: string;
}

/** How many lie in each list now, and what has been done today. */
export class OfficeFiguresDto {
  @Int() expected: number;
  @Int() held: number;
  @Int() late: number;
  @Int() toReturn: number;
  @Int({ description: 'Today, over the counter' }) acceptedToday: number;
  @Int() deliveredToday: number;
  @Int({ description: 'Attempts that failed today' }) failedToday: number;
  @Vnd({ description: 'Collected today, mistakes left out' }) collectedTodayVnd: number;
  @Vnd({ min: -1_000_000_000_000_000, description: 'By the office and its couriers' }) heldVnd: number;
}

/** One province of an operator. */
export class ProvinceFiguresDto {
  @Text() provinceCode: string;
  @Text() provinceName: string;
  @Int() offices: number;
  @Int({ description: 'Not closed, to be delivered there' }) open: number;
  @Int() late: number;
  @Int() held: number;
  @Int() deliveredToday: number;
  @Vnd({ min: -1_000_000_000_000_000 }) heldVnd: number;
}

export class ProvinceFiguresListDto {
  @ListOf(() => ProvinceFiguresDto) data: ProvinceFiguresDto[];
  @Text({ optional: true }) next: string | null;
}
