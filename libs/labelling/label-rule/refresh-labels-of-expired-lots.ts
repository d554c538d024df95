import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, Config, Database, logger, sql } from '@choxa/platform';
import { addDays, localDay } from '@choxa/standards';
import { Labels } from './labels.js';

const HOUR_MS = 3_600_000;
/** Looks this far back, for a process that was down for a while. */
const DAYS_BACK = 7;

/** A lot expires at local midnight without anybody doing anything: its pack is then sold from another lot, or from none. */
@Injectable()
export class RefreshLabelsOfExpiredLots implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly labels: Labels,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.workers) return;
    this.timer = setInterval(
      () => void this.run().catch((error: unknown) => logger.warn({ err: error }, 'labels of expired lots')),
      HOUR_MS,
    );
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Refreshes the packs of which a lot expired in the last days; the number of packs. Doing it twice, or in two processes, changes nothing. */
  async run(): Promise<number> {
    const today = localDay(this.clock.now());
    const packs = await sql<{ packId: string }>(
      this.db.read,
      `select distinct pack_id as "packId" from labelling.lot where expires_on >= $1 and expires_on < $2`,
      [addDays(today, -DAYS_BACK), today],
    );
    for (const { packId } of packs) await this.db.transaction((tx) => this.labels.refresh(tx, packId));
    return packs.length;
  }
}
