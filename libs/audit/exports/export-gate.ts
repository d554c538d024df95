import { Injectable } from '@nestjs/common';
import { auditProblem } from '../audit.problems.js';

/** Files made at once in one process: shoppers come first. */
const AT_ONCE = 2;
/** Others that may wait for their turn. */
const WAITING = 8;
const RETRY_AFTER_SECONDS = 10;

/** Lets few files be made at a time, the others wait; who finds the queue full is asked to come again. */
@Injectable()
export class ExportGate {
  private inside = 0;
  private readonly queue: (() => void)[] = [];

  /** @throws Problem `export.busy` */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside >= AT_ONCE) await this.turn();
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
    if (this.queue.length >= WAITING) throw auditProblem('export.busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
    return new Promise((resolve) => this.queue.push(resolve));
  }
}
