import { platformProblem, type Problem } from '../errors/problem.js';

const RETRY_AFTER_SECONDS = 10;
const busy = (): Problem => platformProblem('service.busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });

/** Lets few works run at a time, some others wait; who finds the queue full is asked to come again. */
export class Turns {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  /** @param full the failure of one too many */
  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
    private readonly full: () => Problem = busy,
  ) {}

  /** @throws Problem `service.busy`, or what `full` says */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= this.atOnce) await this.turn();
    else this.inside += 1;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.inside -= 1;
    }
  }

  /** Resolves when a place inside is handed over. */
  private turn(): Promise<void> {
    if (this.queue.length >= this.waiting) throw this.full();
    return new Promise((resolve) => this.queue.push(resolve));
  }
}
