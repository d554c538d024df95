import { Injectable } from '@nestjs/common';
import { Database } from '@choxa/platform';
import { facetsSql } from './facets.sql.js';
import type { ListFilters } from './filters.js';
import type { SearchQuery } from './search.rules.js';

const KEPT_MS = 5_000;
const MOST_KEPT = 500;

/** Facet counts as JSON text, kept for some seconds per set of filters; many askers at once share one look. */
@Injectable()
export class FacetCounts {
  private readonly kept = new Map<string, { until: number; text: Promise<string> }>();

  constructor(private readonly db: Database) {}

  async of(filters: ListFilters, query: SearchQuery | null, today: string): Promise<string> {
    const key = JSON.stringify([filters, query?.words, today]);
    // Wall time on purpose: this is the age of a copy, not a rule.
    const now = performance.now();
    const known = this.kept.get(key);
    if (known && known.until > now) return known.text;
    this.kept.delete(key);
    if (this.kept.size >= MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    const text = this.count(filters, query, today);
    this.kept.set(key, { until: now + KEPT_MS, text });
    text.catch(() => this.kept.delete(key));
    return text;
  }

  private async count(filters: ListFilters, query: SearchQuery | null, today: string): Promise<string> {
    const { name, text, params } = facetsSql(filters, query, today);
    const [row] = await this.db.rows<{ facets: string }>(name, text, params);
    return row!.facets;
  }
}
