import { Injectable } from '@nestjs/common';
import { Clock, platformProblem, sql, Trail, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { OWN_WEBHOOKS, webhookScope } from './webhook-scope.js';

/** Sends a message once more under the same id, with all its tries before it; whether it arrived before or not. */
@Injectable()
export class ReplayDelivery {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `not-found` */
  async run(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [replayed] = await sql<{ webhookId: string }>(
        tx,
        `update postal.webhook_delivery delivery set state = 'waiting', tries = 0, next_try_at = $5
           from postal.webhook where webhook.id = delivery.webhook_id and ${OWN_WEBHOOKS} and delivery.id = $4
         returning delivery.webhook_id as "webhookId"`,
        [...webhookScope(actor), id, this.clock.now()],
      );
      if (!replayed) throw platformProblem('not-found');
      const details = { delivery: id };
      await this.trail.record(tx, actor, { action: 'webhook.replayed', subjectKind: 'webhook', subjectId: replayed.webhookId, details });
    });
  }
}
