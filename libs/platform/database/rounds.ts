interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

interface RoundOptions<Item> {
  /** Most items of one round. */
  most: number;
  /** Rounds under way at once. */
  lanes: number;
  /** What an item must not have in common with another one of its round. */
  apart?: (item: Item) => readonly string[];
}

/**
 * Does together what comes at the same time, for a statement costs more than most of what it carries: whoever comes while the lanes are busy goes
 * with the next round; whoever comes alone waits for nobody. A round that fails is done again one by one, so that nobody bears another's fault:
 * `work` must have no effects but those of a transaction.
 */
export class Rounds<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private underWay = 0;
  private starting = false;

  constructor(
    /** Answers in the sequence of its items. */
    private readonly work: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly options: RoundOptions<Item>,
  ) {}

  /** The result of `item`. @throws what `work` throws of it alone */
  join(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.startSoon();
    });
  }

  /** After what has arrived from the network already: it comes along. */
  private startSoon(): void {
    if (this.starting) return;
    this.starting = true;
    setImmediate(() => {
      this.starting = false;
      while (this.waiting.length && this.underWay < this.options.lanes) void this.begin(this.next());
    });
  }

  private async begin(round: readonly Waiting<Item, Result>[]): Promise<void> {
    this.underWay += 1;
    await this.run(round);
    this.underWay -= 1;
    if (this.waiting.length) this.startSoon();
  }

  private async run(round: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(round.map(({ item }) => item));
      for (const [index, { resolve }] of round.entries()) resolve(results[index]!);
    } catch (error) {
      if (round.length === 1) round[0]!.reject(error);
      // Nobody waits for these: the one at fault may have to wait long for a lock.
      else for (const one of round) void this.run([one]);
    }
  }

  /** Takes the next round out of the queue: first come, first served, as far as they may go together. */
  private next(): Waiting<Item, Result>[] {
    const { most, apart = () => [] } = this.options;
    const round: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    const seen = new Set<string>();
    for (const one of this.waiting) {
      const marks = apart(one.item);
      const goes = round.length < most && !marks.some((mark) => seen.has(mark));
      (goes ? round : later).push(one);
      for (const mark of marks) seen.add(mark);
    }
    this.waiting = later;
    return round;
  }
}
