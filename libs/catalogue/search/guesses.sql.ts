import type { SearchQuery } from './search.rules.js';
import { Params, type Statement } from './statement.js';

/** What somebody may have meant: packs and how like they are, two lists of one length. */
export interface Guesses {
  packIds: string[];
  scores: number[];
}

/**
 * Packs like the query, one slip forgiven, whatever else the list is narrowed by. Answers one row of {@link Guesses}, with null for both lists where
 * nothing is like it, or where a pack on sale has every word: then nothing is guessed.
 */
export function guessesSql({ words, typed, groups, folded, must }: SearchQuery): Statement {
  const params = new Params();
  const known = params.addWords(words);
  const asked = [params.add(typed, 'text[]'), params.add(groups, 'text[]'), params.add(folded, 'text'), params.add(must, 'text')];
  const text = `select array_agg(pack_id)::text[] as "packIds", array_agg((likeness * 1000)::int) as scores
    from catalogue.near_packs(${asked.join(', ')})
   where not exists (select from catalogue.listing where published and words @@ ${known})`;
  return { name: 'catalogue.guesses', text, params: params.values };
}

/** SQL of the guesses as rows `pack_id`, `score`. */
export function guessedRows(params: Params, { packIds, scores }: Guesses): string {
  return `unnest(${params.add(packIds, 'uuid[]')}, ${params.add(scores, 'bigint[]')}) as guess (pack_id, score)`;
}
