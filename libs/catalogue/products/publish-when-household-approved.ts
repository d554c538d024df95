import { HouseholdApproved, type HouseholdApprovedV1 } from '@choxa/households';
import { Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { ProductEntity } from './product.entity.js';
import { PublishCheck } from './publish-check.js';
import { PutOnSale } from './put-on-sale.js';

/** What a household had ready before it was approved goes on sale now. What has lost something meanwhile stays a draft and waits no longer. */
@Handles(HouseholdApproved)
export class PublishWhenHouseholdApproved implements EventHandler<HouseholdApprovedV1> {
  constructor(
    private readonly check: PublishCheck,
    private readonly putOnSale: PutOnSale,
  ) {}

  async handle(tx: Tx, { data: { householdId } }: EventEnvelope<HouseholdApprovedV1>): Promise<void> {
    const waiting = await tx.find(ProductEntity, {
      where: { householdId, publishWhenApproved: true },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    if (!waiting.length) return;
    const missing = await this.check.missing(tx, waiting);
    for (const product of waiting) {
      if (missing.get(product.id)!.length) await tx.update(ProductEntity, { id: product.id }, { publishWhenApproved: false });
      else await this.putOnSale.run(tx, 'system', product);
    }
  }
}
