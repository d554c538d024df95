import type { ImportDraftProductInput } from '@choxa/catalogue';
import type { ImportedProducer } from '@choxa/households';
import type { Places } from '@choxa/places';
import type { Cells } from './columns.rules.js';
import { isDamaged } from './file-kind.rules.js';
import { note, type Note } from './notes.js';
import { placeOf } from './place.rules.js';
import { kindOf } from './producer.rules.js';
import { setOf } from './product-set.rules.js';
import { cellText, netContentIn, readPrice, readStars, readYear } from './values.rules.js';

/** What is to be done with a row, decided before anything is written. */
export interface RowPlan {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  productName: string;
  producerName: string;
  sourceUrl: string;
  /** The row names a commune, and what came of it. */
  commune: { named: boolean; code: string | null };
  /** Null: refused for `refusal`. */
  write: { producer: ImportedProducer; product: Omit<ImportDraftProductInput, 'householdId'> } | null;
  refusal: Note | null;
  gaps: Note[];
}

// As long as forms of the desk allow.
const LONGEST_PRODUCT = 150;
const LONGEST_PRODUCER = 120;

/** Reads one row. `today`: `YYYY-MM-DD` in Vietnam. */
export function planRow(row: number, cells: Cells, places: Pick<Places, 'resolve' | 'provinceNamed'>, today: string): RowPlan {
  const productName = named(cells.product_name);
  const producerName = named(cells.producer_name);
  const place = placeOf(cells, places);
  const set = setOf(productName, cells.ocop_group);
  const base = {
    row,
    productName,
    producerName,
    sourceUrl: cellText(cells.source_url),
    commune: { named: place.named, code: place.commune?.code ?? null },
  };
  const refusal = refusalOf(productName, producerName) ?? (set.set ? null : note('set.unknown'));
  if (refusal) return { ...base, write: null, refusal, gaps: [] };

  const { kind, gap: kindGap } = kindOf(producerName, cells.producer_kind);
  const stars = readStars(cells.stars);
  const year = readYear(cells.year_recognised, today);
  const price = readPrice(cells.price_vnd);
  return {
    ...base,
    write: {
      producer: {
        name: producerName,
        kind,
        commune: place.commune,
        province: place.province,
        ...(place.words ? { address: place.words } : {}),
      },
      product: {
        name: productName,
        setCode: set.set!,
        priceVnd: price.value,
        netContent: netContentIn(productName),
        recognition: stars.value ? { stars: stars.value, year: year.value } : null,
      },
    },
    refusal: null,
    gaps: [kindGap, ...place.gaps, stars.gap, year.gap, ...set.gaps, price.gap].filter((gap) => gap !== null),
  };
}

function refusalOf(productName: string, producerName: string): Note | null {
  if (!productName) return note('name.missing');
  if (isDamaged(productName)) return note('text.damaged', productName);
  if (!hasLetters(productName)) return note('name.unreadable', productName);
  if (productName.length > LONGEST_PRODUCT) return note('name.too-long', String(LONGEST_PRODUCT));
  if (!producerName) return note('producer.missing');
  if (isDamaged(producerName)) return { ...note('text.damaged', producerName), column: 'producer_name' };
  if (!hasLetters(producerName)) return note('producer.unreadable', producerName);
  if (producerName.length > LONGEST_PRODUCER) return note('producer.too-long', String(LONGEST_PRODUCER));
  return null;
}

function hasLetters(text: string): boolean {
  return /\p{L}\P{L}*\p{L}/u.test(text);
}

/** A name as it is shown: in running text it began with a small letter ("nước mắm 30 độ đạm"). Capitals elsewhere are the producer's own. */
function named(cell: string): string {
  const text = cellText(cell);
  return /^\p{Ll}+(?!\p{L})/u.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text;
}
