import { Injectable } from '@nestjs/common';
import { OutsideCalls, sql, Trail, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { WebhookKind } from './webhook-kinds.js';
import { lockWebhook } from './webhook-scope.js';

/** Another address, or other events. One that was given up is called again, and goes on where it stopped. */
@Injectable()
export class ChangeWebhook {
  constructor(
    private readonly db: PostalDatabase,
    private readonly outside: OutsideCalls,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `not-found`, `webhook.address` */
  async run(actor: Actor, id: string, { url, kinds }: { url: string; kinds: WebhookKind[] }): Promise<void> {
    if (!this.outside.allows(url)) throw postalProblem('webhook.address');
    await this.db.transaction(async (tx) => {
      await lockWebhook(tx, actor, id);
      await sql(
        tx,
        `update postal.webhook set url = $2, kinds = $3, state = 'active', disabled_reason = null, failing_since = null where id = $1`,
        [id, url, kinds],
      );
      const details = { host: new URL(url).host, kinds };
      await this.trail.record(tx, actor, { action: 'webhook.changed', subjectKind: 'webhook', subjectId: id, details });
    });
  }
}
