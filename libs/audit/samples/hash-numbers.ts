import { createHash } from 'node:crypto';

const NUMBERS_IN_A_BLOCK = 8;
const RANGE = 2 ** 32;

/**
 * Random numbers that anybody can make again with nothing but SHA-256: block k is SHA-256 of the UTF-8 text `seed|stream|k` (k from 0 on), read as
 * eight 32-bit numbers, the most significant byte first. They depend on no library, so no version of one can change a sample that was drawn.
 */
export class HashNumbers {
  private block = Buffer.alloc(0);
  private blocks = 0;
  private at = NUMBERS_IN_A_BLOCK;

  constructor(
    private readonly seed: string,
    private readonly stream: string,
  ) {}

  /** A whole number from 0 to `limit` - 1, each as likely as the others: numbers that would favour the low ones are passed over. */
  below(limit: number): number {
    const fair = RANGE - (RANGE % limit);
    for (;;) {
      const number = this.next();
      if (number < fair) return number % limit;
    }
  }

  /** The first `count` of `things` in random sequence: each set of that size is as likely as any other (Fisher and Yates). */
  some<T>(things: readonly T[], count: number): T[] {
    const left = [...things];
    for (let at = 0; at < count; at += 1) {
      const taken = at + this.below(left.length - at);
      [left[at], left[taken]] = [left[taken]!, left[at]!];
    }
    return left.slice(0, count);
  }

  private next(): number {
    if (this.at === NUMBERS_IN_A_BLOCK) {
      this.block = createHash('sha256').update(`${this.seed}|${this.stream}|${this.blocks}`).digest();
      this.blocks += 1;
      this.at = 0;
    }
    const number = this.block.readUInt32BE(this.at * 4);
    this.at += 1;
    return number;
  }
}
