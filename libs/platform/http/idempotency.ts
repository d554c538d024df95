import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sql, steadyArray, type Tx } from '../database/database.js';
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
  return (await idempotentAll(tx, [request], now, async () => [await work()]))[0]!;
}

/** As `idempotent` for several requests in one transaction, each with a key of its own. `work` answers those that are new, named by their places. */
export async function idempotentAll(
  tx: Tx,
  requests: readonly IdempotentRequest[],
  now: Date,
  work: (fresh: readonly number[]) => Promise<readonly object[]>,
): Promise<string[]> {
  const hashes = requests.map(({ body }) => createHash('sha256').update(JSON.stringify(body)).digest('hex'));
  const inserted = await sql<KeptKey>(
    tx,
    `insert into platform.idempotency (owner, route, key, body_hash, created_at)
     select given.*, $5::timestamptz from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as given (owner, route, key, body_hash)
      order by owner, route, key
     on conflict do nothing returning owner, route, key`,
    [...keyColumns(requests), hashes, now],
  );
  const claimed = new Set(inserted.map(textOf));
  const fresh = [...requests.keys()].filter((place) => claimed.has(textOf(requests[place]!)));
  const answers = await knownAnswers(tx, requests, hashes, claimed);
  if (fresh.length) {
    const made = (await work(fresh)).map((answer) => JSON.stringify(answer));
    await sql(
      tx,
      `update platform.idempotency kept set answer = given.answer
         from unnest(${texts(1)}, ${texts(2)}, ${texts(3)}, ${texts(4)}) as given (owner, route, key, answer)
        where kept.owner = given.owner and kept.route = given.route and kept.key = given.key`,
      [...keyColumns(fresh.map((place) => requests[place]!)), made],
    );
    for (const [index, place] of fresh.entries()) answers[place] = made[index]!;
  }
  return answers;
}

/** Answers given before, at the places of their requests. Throws `idempotency.reused` on another body. */
async function knownAnswers(tx: Tx, requests: readonly IdempotentRequest[], hashes: readonly string[], claimed: ReadonlySet<string>) {
  const answers = requests.map(() => '');
  const repeated = requests.filter((request) => !claimed.has(textOf(request)));
  if (!repeated.length) return answers;
  const rows = await sql<KeptKey & { body_hash: string; answer: string }>(
    tx,
    `select owner, route, key, body_hash, answer from platform.idempotency
       join unnest(${texts(1)}, ${texts(2)}, ${texts(3)}) as given (owner, route, key) using (owner, route, key)`,
    keyColumns(repeated),
  );
  const known = new Map(rows.map((row) => [textOf(row), row]));
  for (const [place, request] of requests.entries()) {
    if (claimed.has(textOf(request))) continue;
    const kept = known.get(textOf(request));
    if (kept?.body_hash !== hashes[place]) throw platformProblem('idempotency.reused');
    answers[place] = kept.answer;
  }
  return answers;
}

function texts(param: number): string {
  return steadyArray(`$${param}`, 'text');
}

type KeptKey = Pick<IdempotentRequest, 'owner' | 'route' | 'key'>;

function keyColumns(keys: readonly KeptKey[]): string[][] {
  return [keys.map(({ owner }) => owner), keys.map(({ route }) => route), keys.map(({ key }) => key)];
}

function textOf({ owner, route, key }: KeptKey): string {
  return JSON.stringify([owner, route, key]);
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
