import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, sql, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { TEST_KIND } from './webhook-kinds.js';
import { lockWebhook } from './webhook-scope.js';

/** Sends a message that means nothing, so that its receiver can be tried out. */
@Injectable()
export class TestWebhook {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found` */
  async run(actor: Actor, id: string): Promise<void> {
    const now = this.clock.now();
    const payload = JSON.stringify({ type: TEST_KIND, timestamp: now.toISOString(), data: {} });
    await this.db.transaction(async (tx) => {
      await lockWebhook(tx, actor, id);
      await sql(
        tx,
        `insert into postal.webhook_delivery (id, webhook_id, event_id, kind, payload, state, next_try_at, created_at)
         values ($1, $2, $1, $3, $4, 'waiting', $5, $5)`,
        [randomUUID(), id, TEST_KIND, payload, now],
      );
    });
  }
}
