import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../failure.js';
import { withClient } from '../with-client.js';

const DRAIN_LIMIT_MS = 300_000;
const LOOK_EVERY_MS = 250;

/** Events that wait for their handler or are in its hands. */
export async function waitingEvents(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from pgboss.job where state in ('created', 'retry', 'active') and name not like '\\_\\_%'`,
    );
    return rows[0]!.n;
  });
}

/** Waits until none is left, and says how many there were and how long that took. @throws Failure when it does not end */
export async function drained(databaseUrl: string, say: (line: string) => void): Promise<void> {
  const begin = Date.now();
  const waiting = await waitingEvents(databaseUrl);
  while ((await waitingEvents(databaseUrl)) > 0) {
    if (Date.now() - begin > DRAIN_LIMIT_MS) throw new Failure('Việc của bưu cục không xong.', 'The work of the post does not end.');
    await sleep(LOOK_EVERY_MS);
  }
  say(`sự kiện còn đợi / events waiting: ${waiting}, hết sau / done after ${((Date.now() - begin) / 1000).toFixed(1)} s`);
}
