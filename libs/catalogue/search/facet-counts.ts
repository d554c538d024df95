import { Injectable } from '@nestjs/common';
import { Database } from '@choxa/platform';
import { facetsSql } from './facets.sql.js';
import type { ListFilters } from './filters.js';
import { KeptAnswers } from './kept-answers.js';
import type { SearchQuery } from './search.rules.js';

const KEPT_MS = 5_000;
const MOST_KEPT = 500;

/** Facet counts as JSON text, kept for some seconds per set of filters. */
@Injectable()
export class FacetCounts {
  private readonly kept = new KeptAnswers<string>(KEPT_MS, MOST_KEPT);

  constructor(private readonly db: Database) {}

  async of(filters: ListFilters, query: SearchQuery | null, today: string): Promise<string> {
    return this.kept.of(JSON.stringify([filters, query?.words, today]), () => this.count(filters, query, today));
  }

  private async count(filters: ListFilters, query: SearchQuery | null, today: string): Promise<string> {
    const { name, text, params } = facetsSql(filters, query, today);
    const [row] = await this.db.rows<{ facets: string }>(name, text, params);
    return row!.facets;
  }
}
