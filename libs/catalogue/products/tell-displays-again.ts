import { readInSteps, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { ProductPublished, ProductWithdrawn, type ProductPublishedV1, type ProductWithdrawnV1 } from '../catalogue.events.js';

type DisplayRow = Omit<ProductPublishedV1, 'at'> & { at: Date };

/** Every time a product entered the shop. */
@TellsAgain(ProductPublished)
export class TellPublicationsAgain implements FactSource<ProductPublishedV1> {
  async tell(tx: Tx, take: (facts: readonly ProductPublishedV1[]) => Promise<void>): Promise<void> {
    await readInSteps<DisplayRow>(tx, displays(true), (rows) => take(rows.map(toFact)));
  }
}

/** Every time a product left it. */
@TellsAgain(ProductWithdrawn)
export class TellWithdrawalsAgain implements FactSource<ProductWithdrawnV1> {
  async tell(tx: Tx, take: (facts: readonly ProductWithdrawnV1[]) => Promise<void>): Promise<void> {
    await readInSteps<DisplayRow>(tx, displays(false), (rows) => take(rows.map(toFact)));
  }
}

function displays(onSale: boolean): string {
  return `select product_id as "productId", household_id as "householdId", at from catalogue.product_display where on_sale = ${onSale}`;
}

function toFact({ at, ...fact }: DisplayRow): ProductPublishedV1 {
  return { ...fact, at: at.toISOString() };
}
