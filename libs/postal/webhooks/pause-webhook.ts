import { Injectable } from '@nestjs/common';
import { sql, Trail, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { lockWebhook } from './webhook-scope.js';

/** Calls a webhook no more until it is changed or switched on again; then it is told of what happened meanwhile. */
@Injectable()
export class PauseWebhook {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  /** One that is switched off already stays as it is. @throws Problem `not-found` */
  async run(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockWebhook(tx, actor, id);
      const paused = await sql(
        tx,
        `update postal.webhook set state = 'disabled', disabled_reason = 'paused' where id = $1 and state = 'active' returning id`,
        [id],
      );
      if (paused.length) await this.trail.record(tx, actor, { action: 'webhook.paused', subjectKind: 'webhook', subjectId: id });
    });
  }
}
