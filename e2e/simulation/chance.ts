import { SeededNumbers } from '@choxa/testing';

/** What the simulated world leaves to chance; the same seed gives the same world. */
export class Chance {
  private readonly numbers: SeededNumbers;

  constructor(seed: number) {
    this.numbers = new SeededNumbers(seed);
  }

  /** Whether something happens that happens `perMille` times in a thousand. */
  happens(perMille: number): boolean {
    return this.numbers.below(1000) < perMille;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + this.numbers.below(most - least + 1);
  }

  pick<T>(things: readonly T[]): T {
    return things[this.numbers.below(things.length)]!;
  }

  /** Of the form a device makes. */
  uuid(): string {
    const hex = Array.from({ length: 4 }, () =>
      this.numbers
        .below(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }
}
