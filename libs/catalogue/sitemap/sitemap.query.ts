import { Injectable } from '@nestjs/common';
import { Database, sql } from '@choxa/platform';
import type { SitemapKind, SitemapPageDto, SitemapPartDto } from './sitemap.dto.js';

/** Pages of one part; in two languages far below the 50,000 addresses a file may have (sitemaps.org). */
const PART = 1000;

/** The pages that search engines may know: products on sale, and the households that sell them. */
@Injectable()
export class Sitemap {
  constructor(private readonly db: Database) {}

  /** Where each part begins, in the order of the slugs. */
  async parts(): Promise<SitemapPartDto[]> {
    const of = (kind: SitemapKind) =>
      sql<SitemapPartDto>(
        this.db.read,
        `select $1::text as kind, slug as "from"
           from (select slug, row_number() over (order by slug) as nth from (${PAGES[kind]}) page) numbered
          where nth % ${PART} = 1 order by slug`,
        [kind],
      );
    return [...(await of('products')), ...(await of('households'))];
  }

  /** The pages of the part that begins at `from`, or of the first one. */
  async pages(kind: SitemapKind, from = ''): Promise<SitemapPageDto[]> {
    const rows = await sql<{ slug: string; changedAt: Date }>(
      this.db.read,
      `select slug, changed_at as "changedAt" from (${PAGES[kind]}) page where slug >= $1 order by slug limit ${PART}`,
      [from],
    );
    return rows.map(({ slug, changedAt }) => ({ slug, changedAt: changedAt.toISOString() }));
  }
}

const PAGES: Record<SitemapKind, string> = {
  products: `
    select product.slug, product.updated_at as changed_at from catalogue.product
     where exists (select from catalogue.listing where listing.product_id = product.id and listing.published)`,
  households: `
    select listing.household_slug as slug, max(product.updated_at) as changed_at
      from catalogue.listing join catalogue.product on product.id = listing.product_id
     where listing.published group by listing.household_slug`,
};
