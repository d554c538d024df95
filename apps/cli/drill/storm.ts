import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Goods } from '../bench/jobs.js';
import { Random } from '../bench/random.js';
import type { Attempt } from './verdict.js';

export const SHOPPERS = 8;
const RETRY_AFTER_MS = 50;
const PAUSE_BELOW_MS = 100;
const ANSWER_WITHIN_MS = 20_000;
/** A shopper who still waits for an answer this long after the last kill is told of as unanswered. */
const PATIENCE_MS = 120_000;

interface Checkout extends Attempt {
  cookie: string;
  body: object;
}
interface Answer {
  status: number;
  text: string;
  cookie: string | undefined;
}

/** Guests who check out one cart after the other, and ask again with the same key until they are answered. */
export class Storm {
  readonly attempts: Checkout[] = [];
  private giveUpAt = Infinity;
  private over = false;
  private lanes: Promise<void>[] = [];

  constructor(
    private readonly origin: string,
    private readonly goods: Goods,
    private readonly seed: string,
  ) {}

  begin(): void {
    this.lanes = Array.from({ length: SHOPPERS }, (_, n) => this.shop(new Random(`${this.seed}/${n}`)));
  }

  /** No new checkouts; returns when every one begun is answered. */
  async end(): Promise<void> {
    this.over = true;
    this.giveUpAt = Date.now() + PATIENCE_MS;
    await Promise.all(this.lanes);
  }

  /** Asks once more, with the same key, wherever an outcome was unknown. */
  async replay(): Promise<void> {
    for (const attempt of this.attempts)
      if (attempt.unknowns && attempt.answer !== null) attempt.replay = (await this.order(attempt))?.text ?? '';
  }

  private async shop(random: Random): Promise<void> {
    while (!this.over) {
      const cookie = await this.fillCart(random);
      if (cookie !== undefined) await this.checkOut(cookie, random);
      else await sleep(RETRY_AFTER_MS);
      await sleep(random.below(PAUSE_BELOW_MS));
    }
  }

  /** One or two packs in a new cart; undefined when that was cut short. */
  private async fillCart(random: Random): Promise<string | undefined> {
    let cookie: string | undefined;
    for (let lines = 1 + random.below(2); lines > 0; lines -= 1) {
      const line = { packId: random.pick(this.goods.packIds), quantity: 1 + random.below(3) };
      const added = await this.post('/api/v1/cart/lines', line, cookie === undefined ? {} : { cookie });
      if (added?.status !== 200) return undefined;
      cookie ??= added.cookie;
    }
    return cookie;
  }

  private async checkOut(cookie: string, random: Random): Promise<void> {
    const key = randomUUID();
    const { communeCode } = random.pick(this.goods.addresses);
    const body = {
      recipientName: 'Người Mua Thử',
      phone: `050${randomInt(1e7).toString().padStart(7, '0')}`,
      communeCode,
      street: 'Số 1',
      paymentMethod: 'cod',
      note: key,
    };
    const attempt: Checkout = { key, cookie, body, unknowns: 0, answer: null, refused: null };
    this.attempts.push(attempt);
    while (Date.now() < this.giveUpAt) {
      const answer = await this.order(attempt);
      if (answer?.status === 201) {
        attempt.answer = answer.text;
        return;
      }
      if (answer && answer.status < 500) {
        attempt.refused = `${answer.status} ${answer.text}`;
        return;
      }
      attempt.unknowns += 1;
      await sleep(RETRY_AFTER_MS);
    }
  }

  private order({ body, cookie, key }: Checkout): Promise<Answer | undefined> {
    return this.post('/api/v1/orders', body, { cookie, 'idempotency-key': key });
  }

  /** Undefined when the connection was refused or cut, at whatever moment. */
  private async post(path: string, body: object, headers: Record<string, string>): Promise<Answer | undefined> {
    try {
      const response = await fetch(this.origin + path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      const cookie = response.headers.get('set-cookie')?.split(';')[0];
      return { status: response.status, text: await response.text(), cookie };
    } catch {
      return undefined;
    }
  }
}
