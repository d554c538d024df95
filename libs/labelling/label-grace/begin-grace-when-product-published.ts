import { ProductPublished, type ProductPublishedV1 } from '@choxa/catalogue';
import { Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { PauseUnlabelledPacks } from './pause-unlabelled-packs.js';

/** The time of a pack without a complete label begins with its publication; where the policy leaves none, it is paused at once. */
@Handles(ProductPublished)
export class BeginGraceWhenProductPublished implements EventHandler<ProductPublishedV1> {
  constructor(private readonly packs: PauseUnlabelledPacks) {}

  async handle(tx: Tx, { data }: EventEnvelope<ProductPublishedV1>): Promise<void> {
    await this.packs.ofProduct(tx, data.productId);
  }
}
