import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, platformProblem } from '@choxa/platform';
import { detailSql } from './product-page.sql.js';

/** A product's public page, its JSON made by Postgres. */
@Injectable()
export class ProductPage {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** JSON text. Throws `not-found` for a product that never was on sale. */
  async text(slug: string): Promise<string> {
    const { name, text, params } = detailSql(slug, localDay(this.clock.now()));
    const [row] = await this.db.rows<{ page: string }>(name, text, params);
    if (!row) throw platformProblem('not-found');
    return row.page;
  }
}
