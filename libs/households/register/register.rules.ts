import { createHash } from 'node:crypto';
import { importKey } from '../subjects/imported-producer.js';

/** One row of a register as its file has it. */
export interface RegisterRow {
  name: string;
  representative: string | null;
  address: string | null;
  products: string | null;
  /** Address on the platform (`/ho/…`), where the file says which household it is. */
  slug: string | null;
  /** E.164. */
  phone: string | null;
}

/** A household of the commune on the platform. */
export interface RegisteredHousehold {
  id: string;
  slug: string;
  name: string;
  producerName: string;
}

/**
 * The households of the commune that a row may mean: the one whose address it gives, else those of the same name however it is typed
 * (accents count), as household or as producer.
 */
export function candidatesOf(row: Pick<RegisterRow, 'name' | 'slug'>, households: readonly RegisteredHousehold[]): RegisteredHousehold[] {
  if (row.slug) return households.filter((household) => household.slug === row.slug);
  const wanted = nameKey(row.name);
  return households.filter(({ name, producerName }) => nameKey(name) === wanted || nameKey(producerName) === wanted);
}

/** SHA-256 of what a register says, whatever the order of its rows. */
export function contentHash(source: string, rows: readonly RegisterRow[]): string {
  const lines = rows.map(({ name, representative, address, products, slug, phone }) =>
    // A register without telephones keeps the hash it had before they could be told.
    JSON.stringify([name, representative, address, products, slug, ...(phone ? [phone] : [])]),
  );
  return createHash('sha256')
    .update([source, ...lines.toSorted()].join('\n'))
    .digest('hex');
}

/** By which a household is known from one register of its commune to the next. */
export function nameKey(name: string): string {
  return importKey({ name });
}
