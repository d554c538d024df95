import { createHash } from 'node:crypto';

/** What comes before the first entry. */
export const NO_HASH = '0'.repeat(64);

/** An entry as it is hashed: every column as PostgreSQL writes it as text, so that nothing can be changed in it without being seen. */
export interface ChainableEntry {
  id: number;
  facts: (string | null)[];
}

export interface ChainedEntry extends ChainableEntry {
  sequence: number;
  previousHash: string;
  hash: string;
}

/** A place in the chain and its hash, as published outside the database. */
export interface ChainHead {
  sequence: number;
  hash: string;
}

/** `edited`: its content, `reordered`: its link to the one before, `missing`: there is a gap before it. */
export type BreakKind = 'edited' | 'reordered' | 'missing';

export interface ChainBreak {
  kind: BreakKind;
  sequence: number;
  /** Row the break is seen at; null where a row is not there. */
  id: number | null;
}

/** SHA-256, hex, of the place, the hash before and the entry as JSON. */
export function hashOfEntry(sequence: number, previousHash: string, { id, facts }: ChainableEntry): string {
  return createHash('sha256')
    .update(JSON.stringify([sequence, previousHash, id, ...facts]))
    .digest('hex');
}

/** The entries linked after `head`, in their order. */
export function chainAfter(head: ChainHead, entries: readonly ChainableEntry[]): ChainedEntry[] {
  let { sequence, hash } = head;
  return entries.map((entry) => {
    const previousHash = hash;
    sequence += 1;
    hash = hashOfEntry(sequence, previousHash, entry);
    return { ...entry, sequence, previousHash, hash };
  });
}

/** The first of `entries`, which follow `head` in the chain, that is not as it was written; undefined when all are. */
export function firstBreak(head: ChainHead, entries: readonly ChainedEntry[]): ChainBreak | undefined {
  let before = head;
  for (const entry of entries) {
    if (entry.sequence !== before.sequence + 1) return { kind: 'missing', sequence: before.sequence + 1, id: null };
    const at = { sequence: entry.sequence, id: entry.id };
    if (entry.previousHash !== before.hash) return { kind: 'reordered', ...at };
    if (hashOfEntry(entry.sequence, entry.previousHash, entry) !== entry.hash) return { kind: 'edited', ...at };
    before = entry;
  }
  return undefined;
}
