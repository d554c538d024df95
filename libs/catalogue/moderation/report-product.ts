import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql } from '@choxa/platform';
import { fileReport } from './file-report.js';
import type { ReportCategory } from './report.rules.js';

export interface ReportInput {
  category: ReportCategory;
  text?: string | null;
}

/** Somebody says that something is wrong with a product. No sign-in, no name: the code is the only way back to it. */
@Injectable()
export class ReportProduct {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** The report's code. `address`: where the request came from. Throws `not-found`, `report.too-many` with the time to wait. */
  async run(address: string, slug: string, input: ReportInput): Promise<string> {
    return this.db.transaction(async (tx) => {
      const [product] = await sql<{ id: string }>(
        tx,
        `select id from catalogue.product where slug = $1 and state <> 'draft' and taken_down_at is null`,
        [slug],
      );
      if (!product) throw platformProblem('not-found');
      return fileReport(tx, address, { productId: product.id, ...input }, this.clock.now());
    });
  }
}
