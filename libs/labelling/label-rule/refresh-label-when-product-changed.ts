import { LabelFactsOfProducts, ProductChanged, type ProductChangedV1 } from '@choxa/catalogue';
import { Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { Labels } from './labels.js';

/** Brand, picture, standards and set of a product are label facts too. */
@Handles(ProductChanged)
export class RefreshLabelWhenProductChanged implements EventHandler<ProductChangedV1> {
  constructor(
    private readonly products: LabelFactsOfProducts,
    private readonly labels: Labels,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ProductChangedV1>): Promise<void> {
    for (const packId of await this.products.packIdsOf(tx, data.productId)) await this.labels.refresh(tx, packId);
  }
}
