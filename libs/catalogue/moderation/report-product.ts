import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@choxa/platform';
import { seenProduct } from '../products/seen-product.query.js';
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
      const { id: productId } = await seenProduct(tx, slug);
      return fileReport(tx, address, { productId, ...input }, this.clock.now());
    });
  }
}
