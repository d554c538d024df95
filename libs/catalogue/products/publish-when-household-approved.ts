import { HouseholdApproved, type HouseholdApprovedV1 } from '@choxa/households';
import { Handles, Trail, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { ProductEntity } from './product.entity.js';
import { PublishCheck } from './publish-check.js';
import type { PublishNeed } from './product.rules.js';
import { PutOnSale } from './put-on-sale.js';

/** What a household had ready before it was approved goes on sale now. What has lost something meanwhile stays a draft and waits no longer. */
@Handles(HouseholdApproved)
export class PublishWhenHouseholdApproved implements EventHandler<HouseholdApprovedV1> {
  constructor(
    private readonly check: PublishCheck,
    private readonly putOnSale: PutOnSale,
    private readonly trail: Trail,
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
      const lacks = missing.get(product.id)!;
      if (lacks.length) await this.waitNoLonger(tx, product.id, lacks);
      else await this.putOnSale.run(tx, 'system', product);
    }
  }

  private async waitNoLonger(tx: Tx, id: string, missing: readonly PublishNeed[]): Promise<void> {
    await tx.update(ProductEntity, { id }, { publishWhenApproved: false });
    await this.trail.record(tx, 'system', { action: 'product.not-published', subjectKind: 'product', subjectId: id, details: { missing } });
  }
}
