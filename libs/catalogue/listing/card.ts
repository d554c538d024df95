import type { ImageView } from '../images/image-url.js';
import { asciiJson } from './ascii-json.js';
import { IN_SEASON } from '../search/filters.js';

/** What a list shows of a pack and what changes only when the listing is made anew. */
export interface Card {
  packId: string;
  slug: string;
  name: string;
  setCode: string;
  priceVnd: number | null;
  netContent: string;
  unitPriceVnd: number | null;
  image: Omit<ImageView, 'fullUrl'> | null;
  householdName: string;
  householdSlug: string;
  communeName: string | null;
  provinceCode: string | null;
  provinceName: string | null;
}

/** A card as JSON text that lacks its closing brace, see {@link CARD_ITEM}. */
export function openCard(card: Card): string {
  return asciiJson(JSON.stringify(card)).slice(0, -1);
}

/** Columns of `catalogue.listing` that {@link CARD_ITEM} reads. */
export const CARD_COLUMNS = 'card, stars, stars_until, on_hand, labelled, season_months';

/** SQL that completes the card of a row of `catalogue.listing` to one list item: stars hold only up to their last day, `$1` is today. */
export const CARD_ITEM = `card || ',"stars":' || coalesce((case when stars_until >= $1::date then stars end)::text, 'null')
  || case when on_hand > 0 then ',"inStock":true' else ',"inStock":false' end
  || case when labelled then ',"labelled":true' else ',"labelled":false' end
  || case when ${IN_SEASON} then ',"inSeason":true}' else ',"inSeason":false}' end`;
