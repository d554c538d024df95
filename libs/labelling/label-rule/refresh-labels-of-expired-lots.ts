import { Clock, Database, Every, sql } from '@choxa/platform';
import { addDays, localDay } from '@choxa/standards';
import { Labels } from './labels.js';

const HOUR_SECONDS = 3600;
/** Looks this far back, for a process that was down for a while. */
const DAYS_BACK = 7;

/** A lot expires at local midnight without anybody doing anything: its pack is then sold from another lot, or from none. */
@Every(HOUR_SECONDS)
export class RefreshLabelsOfExpiredLots {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly labels: Labels,
  ) {}

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
