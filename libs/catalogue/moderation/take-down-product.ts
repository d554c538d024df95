import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock, Database, platformProblem, Trail, type Actor, type Tx } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductChanges } from '../products/product-changes.js';
import { ProductEntity } from '../products/product.entity.js';
import { lockProductOfArea } from '../recognitions/official-scope.js';
import { HouseholdNotice } from './household-notice.js';
import { ProductReportEntity } from './product-report.entity.js';
import { TakedownEntity } from './takedown.entity.js';
import { takedownDue } from './takedown.rules.js';

export interface TakeDownInput {
  productId: string;
  authority: string;
  documentNumber: string;
  reason: string;
  /** When the authority's request came in. */
  requestedAt: Date;
}

/**
 * An official takes a product off the market place because an authority asks for it: no list, cart or page shows it from that moment, and its
 * household is told why and how to appeal. Its own state, orders, barcodes and lots stay.
 */
@Injectable()
export class TakeDownProduct {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly changes: ProductChanges,
    private readonly notice: HouseholdNotice,
    private readonly trail: Trail,
  ) {}

  /** The takedown's id. Throws `not-found` (also for a draft), `takedown.in-force`, `takedown.future`. */
  async run(actor: Actor, { productId, authority, documentNumber, reason, requestedAt }: TakeDownInput): Promise<string> {
    const now = this.clock.now();
    if (requestedAt > now) throw problem('takedown.future');
    return this.db.transaction(async (tx) => {
      await lockProductOfArea(tx, actor, productId);
      const product = await tx.findOneByOrFail(ProductEntity, { id: productId });
      if (product.state === 'draft') throw platformProblem('not-found');
      if (product.takenDownAt) throw problem('takedown.in-force');
      const id = randomUUID();
      const request = { authority, documentNumber, reason, requestedAt, ...takedownDue(requestedAt) };
      await tx.insert(TakedownEntity, { id, productId, ...request, takenDownAt: now, orderedBy: actor.accountId });
      await tx.update(ProductEntity, { id: productId }, { takenDownAt: now });
      await this.answerReports(tx, actor, productId, now);
      await this.notice.takenDown(tx, product, request);
      const details = { takedownId: id, documentNumber };
      await this.trail.record(tx, actor, { action: 'product.taken-down', subjectKind: 'product', subjectId: productId, details });
      await this.changes.settle(tx, { ...product, takenDownAt: now });
      return id;
    });
  }

  /** Whoever reported the product is told that it is gone. */
  private async answerReports(tx: Tx, actor: Actor, productId: string, now: Date): Promise<void> {
    const answer = { outcome: 'taken_down', handledAt: now, handledBy: actor.accountId } as const;
    await tx.update(ProductReportEntity, { productId, reviewId: IsNull(), questionId: IsNull(), outcome: IsNull() }, answer);
  }
}
