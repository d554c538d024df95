import { buildOwnNumber, buildS10 } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';

interface Allotted {
  kind: 's10' | 'own';
  indicator: string;
  country: string;
  prefix: string;
  serial: number;
}

/**
 * The next parcel number of an operator, with its check digit: from the range with the lowest serials that has any left. One UPDATE takes the
 * serial, so rivals never get the same.
 * @throws Problem `numbers.used-up`
 */
export async function allotNumber(tx: Tx, operatorId: string): Promise<string> {
  for (;;) {
    const [range] = await sql<Allotted>(
      tx,
      `update postal.number_range set next_serial = next_serial + 1
       where id = (select id from postal.number_range where operator_id = $1 and next_serial <= serial_to order by serial_from limit 1)
         and next_serial <= serial_to
       returning kind, indicator, country, prefix, next_serial - 1 as serial`,
      [operatorId],
    );
    if (range) return range.kind === 's10' ? buildS10(range) : buildOwnNumber(range.prefix, range.serial);
    // A rival took the last serial of the range while we waited for its row: then the next range is tried, as long as there is one.
    const [left] = await sql(tx, 'select from postal.number_range where operator_id = $1 and next_serial <= serial_to limit 1', [
      operatorId,
    ]);
    if (!left) throw postalProblem('numbers.used-up');
  }
}
