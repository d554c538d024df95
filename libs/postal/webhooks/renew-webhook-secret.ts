import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { lockWebhook } from './webhook-scope.js';
import { newSecret } from './webhook-secret.js';

/** So long messages are signed with the secret before, too. */
const OVERLAP_MS = 24 * 3_600_000;

/** Gives a webhook another secret; the one before goes on signing for a day, so that no message is lost while the receiver changes. */
@Injectable()
export class RenewWebhookSecret {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** The new secret, to be shown this once. @throws Problem `not-found` */
  async run(actor: Actor, id: string): Promise<string> {
    const secret = newSecret();
    const until = new Date(this.clock.now().getTime() + OVERLAP_MS);
    await this.db.transaction(async (tx) => {
      await lockWebhook(tx, actor, id);
      await sql(tx, 'update postal.webhook set previous_secret = secret, previous_secret_until = $2, secret = $3 where id = $1', [
        id,
        until,
        secret,
      ]);
      await this.trail.record(tx, actor, { action: 'webhook.secret-renewed', subjectKind: 'webhook', subjectId: id });
    });
    return secret;
  }
}
