import { Injectable } from '@nestjs/common';
import { Database } from '@choxa/platform';
import { facetsSql } from './facets.sql.js';
import type { ListFilters } from './filters.js';
import type { Guesses } from './guesses.sql.js';
import { KeptAnswers } from './kept-answers.js';
import type { SearchQuery } from './search.rules.js';
import type { Statement } from './statement.js';

const KEPT_MS = 5_000;
const MOST_KEPT = 500;

/** Facet counts as JSON text, kept for some seconds per set of filters. */
@Injectable()
export class FacetCounts {
  private readonly kept = new KeptAnswers<string>(KEPT_MS, MOST_KEPT);

  constructor(private readonly db: Database) {}

  /** Of all listings, of those with the words of a query, or of what was guessed where none has them. */
  async of(filters: ListFilters, today: string, query: SearchQuery | null, guesses: Guesses | null): Promise<string> {
    return this.kept.of(JSON.stringify([filters, query?.words, today]), () => this.count(facetsSql(filters, today, query, guesses)));
  }

  private async count({ name, text, params }: Statement): Promise<string> {
    const [row] = await this.db.rows<{ facets: string }>(name, text, params);
    return row!.facets;
  }
}
