import { Instant, Int, ListOf, OneOf, Text, Texts, Uuid, Vnd } from '@choxa/platform';

/** What can be done with a favourite now: buy it, wait for stock or for the household to open again, or nothing while it is off sale. */
export const FAVOURITE_STATES = ['on_sale', 'sold_out', 'closed', 'off_sale'] as const;
export type FavouriteState = (typeof FAVOURITE_STATES)[number];

export class FavouriteDto {
  @Uuid() packId: string;
  @Text() slug: string;
  @Text() name: string;
  @Text() setCode: string;
  @Text() netContent: string;
  @Text({ optional: true, description: 'At most 320 pixels' }) thumbUrl: string | null;
  @Text() householdName: string;
  @Text() householdSlug: string;
  @Vnd({ optional: true, description: 'Today; null where it has none' }) priceVnd: number | null;
  @Vnd({ description: 'When it was added' }) priceThenVnd: number;
  @OneOf(FAVOURITE_STATES) state: FavouriteState;
  @Instant() addedAt: string;
}

export class FavouritesDto {
  @ListOf(() => FavouriteDto) data: FavouriteDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export class FavouritePacksDto {
  @Texts({ max: 200, description: 'Ids of packs' }) data: string[];
}

export class LikedPackDto {
  @Uuid() packId: string;
}

export class AddFavouritesDto {
  @ListOf(() => LikedPackDto, { min: 1, max: 50, description: 'In the order in which they are kept while there is room' })
  packs: LikedPackDto[];
}

export class AddedFavouritesDto {
  @Int({ description: 'Now among the favourites, also those that were before' }) kept: number;
  @Int({ description: 'No longer on sale, or past the limit' }) leftOut: number;
}
