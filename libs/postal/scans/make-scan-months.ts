import { Clock, Every } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';

/** So many months are there before they begin. */
const AHEAD = 3;

/** Makes the parts of the table of scans for the months to come. */
@Every(86_400)
export class MakeScanMonths {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** Answers how many months were made. */
  async run(): Promise<number> {
    const [row] = await this.db.rows<{ made: number }>('postal.make-scan-months', 'select postal.make_scan_months($1, $2) as made', [
      this.clock.now(),
      AHEAD,
    ]);
    return row!.made;
  }
}
