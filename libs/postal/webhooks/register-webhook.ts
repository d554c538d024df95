import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, OutsideCalls, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { NO_ID } from '../feeds/events.query.js';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { operatorsOfSender, senderKeyOf } from '../senders/senders.js';
import { newSecret } from './webhook-secret.js';
import type { WebhookKind } from './webhook-kinds.js';

export interface NewWebhook {
  url: string;
  kinds: WebhookKind[];
  /** May be left out by who has one operator only. */
  operatorCode?: string;
}

/** More than anybody needs; each costs a look at the feed every few seconds. */
const MOST_WEBHOOKS = 10;

/** Somebody wants to be told: a manager of all parcels of the operator, a sender of its own. From now on, not of what has been. */
@Injectable()
export class RegisterWebhook {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly outside: OutsideCalls,
    private readonly trail: Trail,
  ) {}

  /** The secret, to be shown this once. @throws Problem `webhook.address`, `operator.unknown`, `webhook.too-many` */
  async run(actor: Actor, { url, kinds, operatorCode }: NewWebhook): Promise<{ id: string; secret: string }> {
    if (!this.outside.allows(url)) throw postalProblem('webhook.address');
    const [id, secret, now] = [randomUUID(), newSecret(), this.clock.now()];
    return this.db.transaction(async (tx) => {
      const { operatorId, senderKey } = await ownerOf(tx, actor, operatorCode);
      await requireRoom(tx, operatorId, senderKey);
      await sql(
        tx,
        `insert into postal.webhook (id, operator_id, sender_key, url, kinds, secret, state, read_until, read_until_id, created_at, created_by, contact_phone)
         values ($1, $2, $3, $4, $5, $6, 'active', $7, $8, $7, $9, $10)`,
        [id, operatorId, senderKey, url, kinds, secret, now, NO_ID, actor.accountId, actor.phone],
      );
      const details = { host: new URL(url).host, kinds };
      await this.trail.record(tx, actor, { action: 'webhook.registered', subjectKind: 'webhook', subjectId: id, details });
      return { id, secret };
    });
  }
}

/** For whom the actor asks: the operator named, or the only one; as its manager where both. @throws Problem `operator.unknown` */
async function ownerOf(tx: Tx, actor: Actor, code: string | undefined): Promise<{ operatorId: string; senderKey: string | null }> {
  const [managed, sending] = [managedOperators(actor), operatorsOfSender(actor)];
  const own = await sql<{ id: string }>(
    tx,
    'select id from postal.operator where id = any($1::uuid[]) and ($2::text is null or code = $2) limit 2',
    [[...managed, ...sending], code ?? null],
  );
  if (own.length !== 1) throw postalProblem('operator.unknown');
  const operatorId = own[0]!.id;
  return { operatorId, senderKey: managed.includes(operatorId) ? null : senderKeyOf(actor) };
}

/** Rivals wait for each other at the operator's row. */
async function requireRoom(tx: Tx, operatorId: string, senderKey: string | null): Promise<void> {
  await sql(tx, 'select 1 from postal.operator where id = $1 for update', [operatorId]);
  const [row] = await sql<{ count: number }>(
    tx,
    'select count(*)::int as count from postal.webhook where operator_id = $1 and sender_key is not distinct from $2',
    [operatorId, senderKey],
  );
  if (row!.count >= MOST_WEBHOOKS) throw postalProblem('webhook.too-many');
}
