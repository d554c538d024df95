import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, platformProblem, sql, type Problem } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { detailSql } from './product-page.sql.js';

/** A product's public page, its JSON made by Postgres. */
@Injectable()
export class ProductPage {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** JSON text. Throws `not-found` for a product that never was on sale, `product.taken-down` for one that may not be shown. */
  async text(slug: string): Promise<string> {
    const { name, text, params } = detailSql(slug, localDay(this.clock.now()));
    const [row] = await this.db.rows<{ page: string }>(name, text, params);
    if (!row) throw await this.absence(slug);
    return row.page;
  }

  private async absence(slug: string): Promise<Problem> {
    const [known] = await sql(this.db.read, TAKEN_DOWN, [slug]);
    return known ? problem('product.taken-down') : platformProblem('not-found');
  }
}

const TAKEN_DOWN = 'select 1 as one from catalogue.product where slug = $1 and taken_down_at is not null';
