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

/** A rival may take the last serial of a range while we wait for its row; then the next range is tried. */
const TRIES = 3;

/**
 * The next parcel number of an operator, with its check digit. One UPDATE takes the serial, so rivals never get the same.
 * @throws Problem `numbers.used-up`
 */
export async function allotNumber(tx: Tx, operatorId: string): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const [range] = await sql<Allotted>(
      tx,
      `update postal.number_range set next_serial = next_serial + 1
       where id = (select id from postal.number_range where operator_id = $1 and next_serial <= serial_to order by serial_from limit 1)
         and next_serial <= serial_to
       returning kind, indicator, country, prefix, next_serial - 1 as serial`,
      [operatorId],
    );
    if (range) return range.kind === 's10' ? buildS10(range) : buildOwnNumber(range.prefix, range.serial);
  }
  throw postalProblem('numbers.used-up');
}
