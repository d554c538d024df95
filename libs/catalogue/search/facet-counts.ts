import { Injectable } from '@nestjs/common';
import { Database } from '@choxa/platform';
import { asciiJson } from '../listing/ascii-json.js';
import { facetsSql } from './facets.sql.js';
import type { ListFilters } from './filters.js';
import type { Guesses } from './guesses.sql.js';
import { KeptSearches } from './kept-searches.js';
import type { SearchQuery } from './search.rules.js';
import type { Statement } from './statement.js';

/** Facet counts as JSON text, kept for a while per set of filters and query. */
@Injectable()
export class FacetCounts {
  constructor(
    private readonly db: Database,
    private readonly searches: KeptSearches,
  ) {}

  /** Of all listings, of those with the words of a query, or of what was guessed where none has them. */
  async of(filters: ListFilters, today: string, query: SearchQuery | null, guesses: Guesses | null): Promise<string> {
    const key = JSON.stringify([filters, query?.words, today]);
    return this.searches.counts.of(key, () => this.count(facetsSql(filters, today, query, guesses)));
  }

  private async count({ name, text, params }: Statement): Promise<string> {
    const [row] = await this.db.rows<{ facets: string }>(name, text, params);
    return asciiJson(row!.facets);
  }
}
