import { Injectable } from '@nestjs/common';
import { sql, Trail, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { lockWebhook } from './webhook-scope.js';

/** Takes a webhook away with everything that is on its way to it. */
@Injectable()
export class RemoveWebhook {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `not-found` */
  async run(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockWebhook(tx, actor, id);
      await sql(tx, 'delete from postal.webhook where id = $1', [id]);
      await this.trail.record(tx, actor, { action: 'webhook.removed', subjectKind: 'webhook', subjectId: id });
    });
  }
}
