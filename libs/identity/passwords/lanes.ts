/** Lets a few pieces of work run at once and a few more wait; what comes on top is refused at once. */
export class Lanes {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /**
   * @param atOnce how many run at once
   * @param mayWait how many may wait beside them
   * @param refused makes what is thrown when all places are taken
   */
  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
    private readonly refused: () => Error,
  ) {}

  /** Runs `work` as soon as a lane is free, in the order of arrival. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else {
      if (this.waiting.length >= this.mayWait) throw this.refused();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      // Handed to the next in line without being freed, so that nobody who comes later slips in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
