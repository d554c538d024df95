import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';
import { Every } from '../timed-work/every.js';
import { chainHead, LONGEST_WAIT_MS, waiting } from './chain.query.js';
import { PublishedHeads } from './published-heads.js';

/** Publishes the head of the audit trail outside the database whenever it has moved on, once everything older is linked. */
@Every(60)
export class PublishHead {
  private last = 0;

  constructor(
    private readonly db: Database,
    private readonly heads: PublishedHeads,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const { oldest } = await waiting(this.db.read);
    if (oldest && oldest.getTime() < now.getTime() - LONGEST_WAIT_MS) return;
    const head = await chainHead(this.db.read);
    if (head.sequence === this.last) return;
    await this.heads.add({ at: now, ...head });
    this.last = head.sequence;
  }
}
