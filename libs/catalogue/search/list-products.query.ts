import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { localDay } from '@choxa/standards';
import { Clock, Database, DEFAULT_LIMIT, encodeCursor, platformProblem } from '@choxa/platform';
import { barcodeForms } from './barcode.rules.js';
import { FacetCounts } from './facet-counts.js';
import type { ListFilters } from './filters.js';
import { KeptAnswers } from './kept-answers.js';
import { foundPage, type FoundPage } from './found-page.js';
import { KeptSearches } from './kept-searches.js';
import { listSql, type ListRequest, type Page } from './list.sql.js';
import { parseSearch, type SearchQuery } from './search.rules.js';
import type { Near, Sort } from './sorts.js';
import type { Statement } from './statement.js';
import { Vocabularies } from './vocabularies.js';

export interface ListProductsInput {
  q?: string;
  filters: ListFilters;
  sort?: Sort;
  /** Code of the province from which `nearest` counts. */
  near?: string;
  limit?: number;
  cursor?: string;
  facets: boolean;
}

const NOTHING: FoundPage = { items: '', next: null, guesses: null };
const NO_FACETS = '{"sets":[],"provinces":[],"communes":[],"stars":[],"prices":[],"labelled":{"count":0},"inSeason":{"count":0}}';

/** Reading a text costs as much as answering from what is kept; the same texts are typed again and again. */
const READ_KEPT_MS = 300_000;
const MOST_READ_KEPT = 2_000;

/** The list and the search of the shop: one statement each (more only to guess), their JSON made by Postgres and passed on as it is. */
@Injectable()
export class ListProducts {
  private readonly understood = new KeptAnswers<SearchQuery | null>(READ_KEPT_MS, MOST_READ_KEPT);

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly facetCounts: FacetCounts,
    private readonly vocabularies: Vocabularies,
    private readonly searches: KeptSearches,
  ) {}

  /** The answer as JSON text, and its cursor. Throws `request.invalid` on a cursor of another list, and on `nearest` to no province. */
  async run(input: ListProductsInput): Promise<{ text: string; next: string | null }> {
    const { cursor, limit = DEFAULT_LIMIT } = input;
    const typed = input.q?.trim();
    const barcode = typed ? barcodeForms(typed) : null;
    const filters = barcode ? { ...input.filters, barcode } : input.filters;
    const query = typed && !barcode ? await this.understood.of(typed, () => this.understand(typed)) : null;
    const today = localDay(this.clock.now());
    const sort = input.sort ?? (query ? 'relevance' : 'popular');
    const request: ListRequest = { filters, sort, limit, cursor, today, ...(sort === 'nearest' ? { near: this.near(input.near) } : {}) };
    // Something was typed, but no letter or digit: nothing answers to it.
    const nothing = Boolean(typed) && !query && !barcode;
    const found = nothing ? NOTHING : query && (await this.search(request, query));
    const [page, facets] = await Promise.all([
      found ?? this.ask<Page>(listSql(request)),
      input.facets ? (nothing ? NO_FACETS : this.facetCounts.of(filters, today, query, found?.guesses ?? null)) : null,
    ]);
    const next = page.next && encodeCursor(JSON.parse(page.next) as (string | number)[]);
    const text = `{"data":[${page.items}],"next":${next ? `"${next}"` : 'null'},"facets":${facets ?? 'null'}}`;
    return { text, next };
  }

  private async understand(typed: string): Promise<SearchQuery | null> {
    return parseSearch(typed, await this.vocabularies.vocabulary());
  }

  private near(code: string | undefined): Near {
    if (code && this.places.province(code)) return { province: code, around: this.places.neighbours(code) };
    throw platformProblem('request.invalid', { errors: [{ pointer: '/near', code: 'province', detail: 'Code of a province' }] });
  }

  private search(request: ListRequest, query: SearchQuery): Promise<FoundPage> {
    return this.searches.pages.of(JSON.stringify([request, query]), () => foundPage((statement) => this.ask(statement), request, query));
  }

  private async ask<Row extends object>({ name, text, params }: Statement): Promise<Row> {
    const [row] = await this.db.rows<Row>(name, text, params);
    return row!;
  }
}
