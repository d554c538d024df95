import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { Database, sql } from '../database/database.js';
import { logger } from '../logging/logger.js';

const HOUR_MS = 3_600_000;

/** Forgets kept answers when their time is over: a day, for scans thirty (interfaces.md). Runs hourly in one of the processes that work. */
@Injectable()
export class ForgetAnswers implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.workers) return;
    this.timer = setInterval(() => void this.run().catch((error: unknown) => logger.warn({ err: error }, 'forgetting answers')), HOUR_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Deletes what is too old; returns how many. */
  async run(): Promise<number> {
    const day = new Date(this.clock.now().getTime() - 24 * HOUR_MS);
    const month = new Date(this.clock.now().getTime() - 30 * 24 * HOUR_MS);
    const gone = await sql(
      this.db.read,
      `delete from platform.idempotency
        where created_at < case when route = 'postal.scans' then $1::timestamptz else $2::timestamptz end returning 1 as one`,
      [month, day],
    );
    return gone.length;
  }
}
