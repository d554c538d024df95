import { randomInt, randomUUID } from 'node:crypto';
import { Client } from 'undici';
import type { Run } from './figures.js';
import { BARE_ORDER_PATH, type Work } from './jobs.js';
import { Random } from './random.js';
import type { ScanLane } from './scan-stock.js';

/** One run of one job, as asked of this process. */
export interface LoadOrder {
  origin: string;
  work: Work;
  conns: number;
  seconds: number;
  seed: string;
}

interface Answer {
  status: number;
  text: string;
  cookie: string | undefined;
}

interface Asked {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
  headers?: Record<string, string>;
  /** Whether the text of the answer is wanted. */
  read?: boolean;
}

const AFTER_ERROR_MS = 20;

/** Keeps `conns` connections busy for some seconds; what has not been answered by then is not counted. */
async function run({ origin, work, conns, seconds, seed }: LoadOrder): Promise<Run> {
  const times: number[] = [];
  let errors = 0;
  let firstError: string | undefined;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const lane = async (n: number): Promise<void> => {
    const client = new Client(origin, { pipelining: 1, keepAliveTimeout: 60_000, bodyTimeout: 30_000, headersTimeout: 30_000 });
    const step = stepOf(work, client, new Random(`${seed}/${n}`), n);
    while (performance.now() < end) {
      const started = performance.now();
      try {
        await step();
        const ended = performance.now();
        if (ended <= end) times.push(ended - started);
      } catch (error) {
        errors += 1;
        firstError ??= String(error);
        await new Promise((resolve) => setTimeout(resolve, AFTER_ERROR_MS));
      }
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: conns }, (_, n) => lane(n)));
  return { times: Float64Array.from(times), errors, seconds, ...(firstError === undefined ? {} : { firstError }) };
}

function stepOf(work: Work, client: Client, random: Random, lane: number): () => Promise<void> {
  switch (work.kind) {
    case 'get':
      return async () => {
        const headers: Record<string, string> = work.callers ? { 'x-forwarded-for': addressOf(random) } : {};
        expect(200, await ask(client, { method: 'GET', path: random.pick(work.paths), headers }));
      };
    case 'scans':
      return sendScans(client, work.lanes[lane]!, work.batch);
    case 'bare-order':
      return async () => {
        const body = { packId: random.pick(work.packIds), quantity: 1 + random.below(2) };
        expect(201, await ask(client, { method: 'POST', path: BARE_ORDER_PATH, body }));
      };
    case 'checkout':
      return () => checkOut(client, random, work);
  }
}

/** An invented address of the internet. */
function addressOf(random: Random): string {
  return `113.${random.below(256)}.${random.below(256)}.${random.below(256)}`;
}

/** One batch after the other: all parcels by the first step of their way, then all by the next. */
function sendScans(client: Client, { cookie, parcels, steps, again }: ScanLane, batch: number): () => Promise<void> {
  let [at, step] = [0, 0];
  return async () => {
    const eventTime = new Date().toISOString();
    const { code, office, reason } = steps[step]!;
    const scans = parcels
      .slice(at, at + batch)
      .map((parcel) => ({ id: randomUUID(), parcel, code, eventTime, device: 'do-toc-do', office, reason }));
    at += batch;
    if (at + batch > parcels.length) [at, step] = [0, step + 1 < steps.length ? step + 1 : again];
    const headers = { cookie, 'idempotency-key': randomUUID() };
    const { text } = expect(200, await ask(client, { method: 'POST', path: '/api/v1/post/scans', body: { scans }, headers, read: true }));
    const kept = text.split('"outcome":"accepted"').length - 1;
    if (kept !== scans.length) throw new Error(`${kept} of ${scans.length} scans were kept: ${text.slice(0, 300)}`);
  };
}

/** A guest puts a pack into a new cart, sees what it costs with postage, and orders exactly that. */
async function checkOut(client: Client, random: Random, work: Extract<Work, { kind: 'checkout' }>): Promise<void> {
  const { communeCode, provinceCode } = random.pick(work.addresses);
  const line = { packId: random.pick(work.packIds), quantity: 1 + random.below(2) };
  const added = expect(200, await ask(client, { method: 'POST', path: '/api/v1/cart/lines', body: line }));
  if (!added.cookie) throw new Error('no cart cookie');
  const headers = { cookie: added.cookie };
  const seen = expect(200, await ask(client, { method: 'GET', path: `/api/v1/cart?province=${provinceCode}`, headers, read: true }));
  const { totalVnd } = JSON.parse(seen.text) as { totalVnd: number | null };
  if (!totalVnd) throw new Error(`no total: ${seen.text}`);
  const body = {
    recipientName: 'Người Mua Thử',
    phone: `050${randomInt(1e7).toString().padStart(7, '0')}`,
    communeCode,
    street: 'Số 1',
    paymentMethod: 'cod',
    expectedTotalVnd: totalVnd,
  };
  expect(
    201,
    await ask(client, { method: 'POST', path: '/api/v1/orders', body, headers: { ...headers, 'idempotency-key': randomUUID() } }),
  );
}

function expect(status: number, answer: Answer): Answer {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

// `dispatch` instead of `request`: no stream per answer, for the load must cost less than what it measures.
function ask(client: Client, { method, path, body, headers, read }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const answer: Answer = { status: 0, text: '', cookie: undefined };
    const chunks: Buffer[] = [];
    const sent = { ...headers, ...(body ? { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' } : {}) };
    client.dispatch(
      { method, path, headers: sent, ...(body ? { body: JSON.stringify(body) } : {}) },
      {
        onRequestStart: () => {},
        onResponseStart: (_, status, received) => {
          answer.status = status;
          answer.cookie = String(received['set-cookie'] ?? '').split(';')[0] || undefined;
        },
        onResponseData: (_, chunk) => {
          if (read || answer.status >= 300) chunks.push(chunk);
        },
        onResponseEnd: () => {
          answer.text = Buffer.concat(chunks).toString();
          resolve(answer);
        },
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

process.on('message', (order: LoadOrder) => void run(order).then((result) => process.send!(result)));
process.on('disconnect', () => process.exit());
