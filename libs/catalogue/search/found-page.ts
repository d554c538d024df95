import { guessesSql, type Guesses } from './guesses.sql.js';
import { searchSql, type ListRequest, type Page } from './list.sql.js';
import type { SearchQuery } from './search.rules.js';
import type { Statement } from './statement.js';

/** A page of a search, and what it was guessed from where nothing has every word. */
export interface FoundPage extends Page {
  guesses: Guesses | null;
}

/** Asks the database one statement that answers one row. */
export type AskRow = <Row extends object>(statement: Statement) => Promise<Row>;

/** A page of what answers a query. Guesses are dear and rarely wanted: they are made only where the page is empty without them. */
export async function foundPage(ask: AskRow, request: ListRequest, query: SearchQuery): Promise<FoundPage> {
  const page = await ask<Page>(searchSql(request, query));
  if (page.items) return { ...page, guesses: null };
  const guesses = await ask<Guesses | { packIds: null }>(guessesSql(query));
  if (!guesses.packIds) return { ...page, guesses: null };
  return { ...(await ask<Page>(searchSql(request, query, guesses))), guesses };
}
