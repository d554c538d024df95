import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, DEFAULT_LIMIT, encodeCursor } from '@choxa/platform';
import { FacetCounts } from './facet-counts.js';
import type { ListFilters } from './filters.js';
import { listSql, searchSql, type ListRequest } from './list.sql.js';
import { parseSearch, type SearchQuery } from './search.rules.js';
import type { Sort } from './sorts.js';
import { Vocabularies } from './vocabularies.js';

export interface ListProductsInput {
  q?: string;
  filters: ListFilters;
  sort?: Sort;
  limit?: number;
  cursor?: string;
  facets: boolean;
}

const NO_FACETS = '{"sets":[],"provinces":[],"stars":[],"labelled":{"count":0}}';

/** The list and the search of the shop: one statement each, their JSON made by Postgres and passed on as it is. */
@Injectable()
export class ListProducts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facetCounts: FacetCounts,
    private readonly vocabularies: Vocabularies,
  ) {}

  /** The answer as JSON text, and its cursor. Throws `request.invalid` on a cursor of another list. */
  async run(input: ListProductsInput): Promise<{ text: string; next: string | null }> {
    const { filters, cursor, limit = DEFAULT_LIMIT } = input;
    const typed = input.q?.trim();
    const query = typed ? parseSearch(typed, await this.vocabularies.vocabulary()) : null;
    const today = localDay(this.clock.now());
    const request: ListRequest = { filters, sort: input.sort ?? (typed ? 'relevance' : 'popular'), limit, cursor, today };
    // Something was typed, but no letter or digit: nothing answers to it.
    const nothing = Boolean(typed) && !query;
    const [page, facets] = await Promise.all([
      nothing ? { items: '', next: null } : this.page(request, query),
      input.facets ? (nothing ? NO_FACETS : this.facetCounts.of(filters, query, today)) : null,
    ]);
    const next = page.next && encodeCursor(JSON.parse(page.next) as (string | number)[]);
    const text = `{"data":[${page.items}],"next":${next ? `"${next}"` : 'null'}${facets ? `,"facets":${facets}` : ''}}`;
    return { text, next };
  }

  private async page(request: ListRequest, query: SearchQuery | null): Promise<{ items: string; next: string | null }> {
    const { name, text, params } = query ? searchSql(request, query) : listSql(request);
    const [row] = await this.db.rows<{ items: string; next: string | null }>(name, text, params);
    return row!;
  }
}
