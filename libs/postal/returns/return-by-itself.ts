import { Every } from '@choxa/platform';
import type { ParcelState } from '@choxa/postal-contract';
import { PostalDatabase } from '../postal-database.js';
import { lockParcel } from '../scans/parcels-to-move.js';
import { DueReturns, type DueReturn } from './due-returns.query.js';
import { TurnBack } from './turn-back.js';

const MOST_AT_ONCE = 100;
const WAITING: ReadonlySet<ParcelState> = new Set(['attempt_failed', 'held']);

/** Turns parcels back whose legal conditions hold; each in a transaction of its own, so that one that cannot go stops none. */
@Every(300)
export class ReturnByItself {
  constructor(
    private readonly db: PostalDatabase,
    private readonly dueReturns: DueReturns,
    private readonly turnBack: TurnBack,
  ) {}

  /** Answers how many were turned back. */
  async run(): Promise<number> {
    let turned = 0;
    for (const due of await this.dueReturns.due(this.db.read, null, MOST_AT_ONCE)) if (await this.turn(due)) turned += 1;
    return turned;
  }

  /** False where it moved meanwhile. */
  private async turn({ number, reason, basis }: DueReturn): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const parcel = await lockParcel(tx, number);
      if (!parcel || !WAITING.has(parcel.state)) return false;
      await this.turnBack.run(tx, null, parcel, { reason, basis });
      return true;
    });
  }
}
