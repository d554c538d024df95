import { Injectable } from '@nestjs/common';
import { Households, Licences, type HouseholdSummary } from '@choxa/households';
import { Places } from '@choxa/places';
import { findProductSet } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import { cardImage } from '../images/image-url.js';
import { formatNetContent, unitPriceVnd, type NetContentUnit } from '../packs/net-content.rules.js';
import { shownStars, type RecognitionFacts } from '../recognitions/recognition.rules.js';
import type { SeasonTable } from '../search/seasons.rules.js';
import { Vocabularies } from '../search/vocabularies.js';
import { indexed, markOf, type Vocabulary } from '../search/vocabulary.js';
import { foldedWords, phrase, placeWords, wordsOf } from '../search/words.rules.js';
import { openCard } from './card.js';
import { NO_LABEL } from './label-panel.js';

/** A pack with its product, as it lies in the tables. */
interface PackSource {
  packId: string;
  productId: string;
  householdId: string;
  slug: string;
  name: string;
  setScheme: string;
  setCode: string;
  brandName: string | null;
  state: string;
  retired: boolean;
  publishedAt: Date | null;
  priceVnd: number | null;
  netContentValue: number | null;
  netContentUnit: NetContentUnit | null;
  weightGrams: number;
  imageKey: string | null;
  imageWidth: number;
  imageHeight: number;
  recognitions: RecognitionFacts[];
  /** Taken off sale by somebody else than its household. */
  stopped: boolean;
}

/** A row by the names of its columns. */
export interface ListingRow {
  pack_id: string;
  [column: string]: unknown;
}

/** Raised when rows are made otherwise than before; `RefreshOldListings` then makes those of an older shape anew. */
export const LISTING_SHAPE = 2;

/** Works out the rows of `catalogue.listing`, in the shape of its columns. */
@Injectable()
export class ListingRows {
  constructor(
    private readonly households: Households,
    private readonly places: Places,
    private readonly licences: Licences,
    private readonly vocabularies: Vocabularies,
  ) {}

  /** The rows of all packs of `productIds`, as things are in `tx` on the day `today`. */
  async of(tx: Tx, productIds: string[], today: string): Promise<ListingRow[]> {
    const packs = await sql<PackSource>(tx, PACKS, [productIds]);
    const households = await this.households.byIds(tx, [...new Set(packs.map((pack) => pack.householdId))]);
    const licensed = await this.licensed(tx, packs);
    const known = { words: await this.vocabularies.vocabulary(), seasons: await this.vocabularies.seasons(), today };
    return packs.map((pack) => {
      const household = households.get(pack.householdId);
      if (!household) throw new Error(`household ${pack.householdId} of product ${pack.productId} is unknown`);
      return this.row(pack, household, licensed(pack), known);
    });
  }

  /** Whether a pack may be sold as far as licences go; asks only where a product set needs one. */
  private async licensed(tx: Tx, packs: readonly PackSource[]): Promise<(pack: PackSource) => boolean> {
    const needy = packs.filter((pack) => needsLicence(pack));
    if (!needy.length) return () => true;
    const sets = await this.licences.setsOf(
      tx,
      needy.map((pack) => pack.householdId),
    );
    return (pack) => !needsLicence(pack) || (sets.get(pack.householdId)?.has(pack.setCode) ?? false);
  }

  private row(pack: PackSource, household: HouseholdSummary, licensed: boolean, { words, seasons, today }: Known): ListingRow {
    const { packId, productId, householdId, slug, name, setCode, priceVnd, brandName, imageKey, netContentValue, netContentUnit } = pack;
    const stars = shownStars(pack.recognitions, today);
    const place = household.communeCode ? this.places.commune(household.communeCode) : null;
    const communeName = place?.name ?? household.communeName;
    const provinceCode = place?.provinceCode ?? household.provinceCode;
    const provinceName = place?.provinceName ?? household.provinceName;
    const measured = netContentValue && netContentUnit;
    const netContent = measured ? formatNetContent(netContentValue, netContentUnit) : '';
    const onSale = pack.state === 'published' && household.state === 'approved' && household.communeCode !== null && licensed;
    const nameWords = wordsOf(name);
    const foldedName = nameWords.map(({ folded }) => folded);
    const names = [name, brandName, household.name, household.producerName].map((text) => text ?? '');
    const marks = this.marksOf(names, household.communeCode, stars?.stars ?? null, words);
    const others = names.slice(1).flatMap(foldedWords);
    const where = [communeName, provinceName].flatMap((text) => placeWords(text ?? ''));
    return {
      pack_id: packId,
      product_id: productId,
      household_id: householdId,
      published: onSale && !pack.retired && !pack.stopped && priceVnd !== null && Boolean(measured),
      stars: stars?.stars ?? null,
      stars_until: stars?.until ?? null,
      price_vnd: priceVnd,
      published_at: pack.publishedAt,
      weight_grams: pack.weightGrams,
      set_code: setCode,
      province_code: provinceCode,
      commune_code: household.communeCode,
      commune_name: communeName,
      season_months: seasons.monthsOf(setCode, name),
      name_folded: phrase(foldedName),
      exact: phrase(nameWords.map(({ spelled }) => spelled)),
      marks: phrase(marks),
      words: [...new Set([...foldedName, ...others, ...where, ...marks.map(indexed)])],
      shape: LISTING_SHAPE,
      name,
      slug,
      household_name: household.name,
      household_slug: household.slug,
      province_name: provinceName,
      net_content: netContent,
      brand_name: brandName,
      image_key: imageKey,
      card: openCard({
        packId,
        slug,
        name,
        setCode,
        priceVnd,
        netContent,
        unitPriceVnd: priceVnd && measured ? unitPriceVnd(priceVnd, netContentValue, netContentUnit) : null,
        image: imageKey ? cardImage(imageKey, pack.imageWidth, pack.imageHeight, name) : null,
        householdName: household.name,
        householdSlug: household.slug,
        communeName,
        provinceCode,
        provinceName,
      }),
      seller: {
        slug: household.slug,
        name: household.name,
        place,
        producerName: household.producerName,
        closedFrom: household.closedFrom,
        closedUntil: household.closedUntil,
      },
      label: NO_LABEL,
    };
  }

  /** `names`: of the product first, then of those who stand behind it. */
  private marksOf(names: string[], communeCode: string | null, stars: number | null, words: Vocabulary): string[] {
    const areas = [...(communeCode ? this.places.areaKeysOf(communeCode) : []), ...names.flatMap((name) => words.areas.in(name))];
    return [
      ...words.named.in(names[0]!).map(markOf.synonym),
      ...new Set(areas.map(markOf.area)),
      ...(stars === null ? [] : [markOf.stars(stars)]),
    ];
  }
}

/** What rows are made with beside their packs. */
interface Known {
  words: Vocabulary;
  seasons: SeasonTable;
  /** `YYYY-MM-DD`, local. */
  today: string;
}

function needsLicence({ setCode, setScheme }: PackSource): boolean {
  return findProductSet(setCode, setScheme)?.needsLicence ?? false;
}

const PACKS = `
  select pack.id as "packId", product.id as "productId", product.household_id as "householdId", product.slug, product.name,
         product.set_scheme as "setScheme", product.set_code as "setCode", product.brand_name as "brandName", product.state, pack.retired_at is not null as retired, product.published_at as "publishedAt",
         pack.price_vnd as "priceVnd", pack.net_content_value::float8 as "netContentValue", pack.net_content_unit as "netContentUnit",
         pack.weight_grams as "weightGrams", image.key as "imageKey", image.width as "imageWidth", image.height as "imageHeight",
         coalesce((select json_agg(json_build_object('id', id, 'status', status, 'stars', stars, 'decisionDate', decision_date,
                                                     'expiresOn', expires_on))
                     from catalogue.recognition where product_id = product.id), '[]') as recognitions,
         product.taken_down_at is not null or exists (select from catalogue.sale_stop where pack_id = pack.id) as stopped
    from catalogue.product
    join catalogue.pack on pack.product_id = product.id
    left join lateral (select key, width, height from catalogue.image where product_id = product.id order by position, id limit 1) image on true
   where product.id = any($1::uuid[])
   order by pack.id`;
