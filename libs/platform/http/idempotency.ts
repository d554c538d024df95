import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Tx } from '../database/database.js';
import { platformProblem } from '../errors/problem.js';

/** The required Idempotency-Key header. Throws `idempotency.required` when it is missing or longer than 200 characters. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
  if (typeof key !== 'string' || !key.trim() || key.length > 200) throw platformProblem('idempotency.required');
  return key;
});

export interface IdempotentRequest {
  owner: string;
  route: string;
  key: string;
  body: unknown;
}

/**
 * Runs `work` once per (owner, route, key), inside the transaction that does it: a rival with the same key waits for our commit and gets
 * the same text. When `work` throws, nothing is kept and the key may be used again. Throws `idempotency.reused` on another body.
 */
export async function idempotent(tx: Tx, request: IdempotentRequest, now: Date, work: () => Promise<object>): Promise<string> {
  const { owner, route, key } = request;
  const bodyHash = createHash('sha256').update(JSON.stringify(request.body)).digest('hex');
  const inserted = (await tx.query(
    `insert into platform.idempotency (owner, route, key, body_hash, created_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1`,
    [owner, route, key, bodyHash, now],
  )) as unknown[];
  if (!inserted.length) {
    const [known] = (await tx.query('select body_hash, answer from platform.idempotency where owner = $1 and route = $2 and key = $3', [
      owner,
      route,
      key,
    ])) as { body_hash: string; answer: string }[];
    if (known?.body_hash !== bodyHash) throw platformProblem('idempotency.reused');
    return known.answer;
  }
  const answer = JSON.stringify(await work());
  await tx.query('update platform.idempotency set answer = $4 where owner = $1 and route = $2 and key = $3', [owner, route, key, answer]);
  return answer;
}

/** The text answered to a request of this key, whatever its body was; null when there was none, or not any more. */
export async function keptAnswer(tx: Tx, { owner, route, key }: Omit<IdempotentRequest, 'body'>): Promise<string | null> {
  const [kept] = (await tx.query('select answer from platform.idempotency where owner = $1 and route = $2 and key = $3', [
    owner,
    route,
    key,
  ])) as { answer: string | null }[];
  return kept?.answer ?? null;
}

/** Drops the answers kept for an owner: they may carry what the owner wants deleted. */
export async function forgetAnswersOf(tx: Tx, owner: string): Promise<void> {
  await tx.query('delete from platform.idempotency where owner = $1', [owner]);
}
