import { setImmediate as breathe } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { OnApplicationShutdown } from '@nestjs/common';
import { platformProblem } from '../errors/problem.js';
import { logger } from '../logging/logger.js';
import type { AnyMaker, FromThread, ToThread } from './maker.js';
import { Turns } from './turns.js';

const LIMITS = {
  /** Works at once, each in a thread of its own. */
  atOnce: 2,
  /** Works that may wait for a thread. */
  waiting: 16,
  /** A work that takes longer is given up; milliseconds. */
  longest: 120_000,
  /** Heap of a thread, in MB. */
  memoryMb: 512,
  /** A thread without work is ended after so long; milliseconds. */
  idle: 20_000,
};
const RETRY_AFTER_SECONDS = 30;

/** Where long files are made: in few threads beside the one that answers people, which goes on answering meanwhile. */
export class Workshop implements OnApplicationShutdown {
  private readonly limits: typeof LIMITS;
  private readonly turns: Turns;
  /** Threads without work, and what will end them. */
  private readonly resting = new Map<Worker, NodeJS.Timeout>();
  private readonly threads = new Set<Worker>();

  constructor(changes: Partial<typeof LIMITS> = {}) {
    this.limits = { ...LIMITS, ...changes };
    this.turns = new Turns(this.limits.atOnce, this.limits.waiting);
  }

  /**
   * What a maker makes of `head` and `parts`. Parts are handed over one by one with a breath between, so each should be small (a thousand rows).
   *
   * @param address of the maker's module as it is built: `import.meta.resolve('@choxa/audit/make-file')`
   * @throws Problem `service.busy` when too many wait, `file.not-made` when it took too much time or memory; what the maker threw
   */
  make<M extends AnyMaker>(address: string, head: Parameters<M>[0], parts: Iterable<Parameters<M>[1][number]>): ReturnType<M> {
    const made = this.turns.pass(async () => {
      const thread = this.takeThread();
      const [told] = await Promise.all([this.answerOf(thread), hand(thread, { maker: address, head }, parts)]);
      this.rest(thread);
      if ('error' in told) throw told.error;
      return told.made;
    });
    return made as ReturnType<M>;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }

  private takeThread(): Worker {
    const [resting] = this.resting;
    if (!resting) return this.startThread();
    const [thread, ending] = resting;
    clearTimeout(ending);
    this.resting.delete(thread);
    thread.ref();
    return thread;
  }

  private startThread(): Worker {
    const thread = new Worker(new URL(import.meta.resolve('@choxa/platform/workshop-thread')), {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb },
      execArgv: [],
    });
    this.threads.add(thread);
    thread.on('error', (error) => logger.warn({ err: error }, 'a thread of the workshop failed'));
    thread.on('exit', () => {
      this.threads.delete(thread);
      clearTimeout(this.resting.get(thread));
      this.resting.delete(thread);
    });
    return thread;
  }

  /** Keeps a thread for the next work, which then finds its libraries loaded; the process does not stay alive for it. */
  private rest(thread: Worker): void {
    thread.unref();
    this.resting.set(thread, setTimeout(() => void thread.terminate(), this.limits.idle).unref());
  }

  /** @throws Problem `file.not-made` */
  private async answerOf(thread: Worker): Promise<FromThread> {
    const { promise, resolve, reject } = Promise.withResolvers<FromThread>();
    const ended = (): void => reject(platformProblem('file.not-made', { retryAfterSeconds: RETRY_AFTER_SECONDS }));
    const tooLong = setTimeout(() => void thread.terminate(), this.limits.longest);
    thread.once('message', resolve).once('exit', ended);
    try {
      return await promise;
    } finally {
      clearTimeout(tooLong);
      thread.off('message', resolve).off('exit', ended);
    }
  }
}

async function hand(thread: Worker, begin: ToThread, parts: Iterable<unknown>): Promise<void> {
  const tell = (message: ToThread): void => thread.postMessage(message);
  tell(begin);
  for (const part of parts) {
    tell({ part });
    await breathe();
  }
  tell({ all: true });
}
