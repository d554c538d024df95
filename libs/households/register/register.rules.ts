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

/** The households a row of a register may mean, and the one it is, where that is certain. */
export interface MeantHousehold {
  household: RegisteredHousehold | null;
  candidates: RegisteredHousehold[];
}

/**
 * Whom each row of one register means. A household is one row's: where several rows name it, it is the one's that gives its address, else nobody
 * knows whose.
 */
export function householdsMeant(
  rows: readonly Pick<RegisterRow, 'name' | 'slug'>[],
  households: readonly RegisteredHousehold[],
): MeantHousehold[] {
  const found = rows.map((row) => ({ row, candidates: candidatesOf(row, households) }));
  const naming = Map.groupBy(
    found.filter(({ candidates }) => candidates.length === 1),
    ({ candidates }) => candidates[0]!.id,
  );
  const isHis = (one: (typeof found)[number]): boolean => {
    const all = naming.get(one.candidates[0]!.id)!;
    const byAddress = all.filter(({ row }) => row.slug);
    return all.length === 1 || (byAddress.length === 1 && byAddress[0] === one);
  };
  return found.map((one) => {
    const { candidates } = one;
    return { household: candidates.length === 1 && isHis(one) ? candidates[0]! : null, candidates };
  });
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
