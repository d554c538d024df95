import { Injectable } from '@nestjs/common';
import { Clock } from '@choxa/platform';
import { PostageQuotes, quoteInTime, type PostageQuote, type PostageRequest } from '@choxa/postal-contract';

const REMEMBERED_FOR_MS = 60_000;
const MOST_REMEMBERED = 2_000;

/** Asks the post what carrying costs, and remembers its answers for a minute: a shopper looks at a cart many times. That it could not answer is not remembered. */
@Injectable()
export class RememberedQuotes {
  /** Oldest first. */
  private readonly known = new Map<string, { quote: PostageQuote; until: number }>();
  private readonly asked = new Map<string, Promise<PostageQuote>>();

  constructor(
    private readonly quotes: PostageQuotes,
    private readonly clock: Clock,
  ) {}

  /** Never throws; `unavailable` when the post fails or is slow. Who asks the same at the same time waits for the same answer. */
  async ask(request: PostageRequest): Promise<PostageQuote> {
    const key = JSON.stringify(request);
    const known = this.known.get(key);
    if (known && known.until > this.clock.now().getTime()) return known.quote;
    const asked = this.asked.get(key) ?? this.askPost(key, request).finally(() => this.asked.delete(key));
    this.asked.set(key, asked);
    return asked;
  }

  private async askPost(key: string, request: PostageRequest): Promise<PostageQuote> {
    const now = this.clock.now().getTime();
    const quote = await quoteInTime(this.quotes, request);
    this.known.delete(key);
    if (quote.status === 'quoted') this.known.set(key, { quote, until: now + REMEMBERED_FOR_MS });
    if (this.known.size > MOST_REMEMBERED) this.known.delete(this.known.keys().next().value!);
    return quote;
  }
}
