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
    const range = await take(tx, operatorId, 1);
    if (range) return numberOf(range);
    // A rival took the last serial of the range while we waited for its row: then the next range is tried, as long as there is one.
    const [left] = await sql(tx, 'select from postal.number_range where operator_id = $1 and next_serial <= serial_to limit 1', [
      operatorId,
    ]);
    if (!left) throw postalProblem('numbers.used-up');
  }
}

/**
 * The next `count` numbers of an operator: all by one UPDATE, where its range has so many left.
 * @throws Problem `numbers.used-up`
 */
export async function allotNumbers(tx: Tx, operatorId: string, count: number): Promise<string[]> {
  const range = await take(tx, operatorId, count);
  if (range) return Array.from({ length: count }, (_, n) => numberOf({ ...range, serial: range.serial + n }));
  const numbers: string[] = [];
  while (numbers.length < count) numbers.push(await allotNumber(tx, operatorId));
  return numbers;
}

/** The first of `count` serials, all taken; undefined where the first range with any left has fewer. */
async function take(tx: Tx, operatorId: string, count: number): Promise<Allotted | undefined> {
  const [range] = await sql<Allotted>(
    tx,
    `update postal.number_range set next_serial = next_serial + $2
     where id = (select id from postal.number_range where operator_id = $1 and next_serial <= serial_to order by serial_from limit 1)
       and next_serial + $2 - 1 <= serial_to
     returning kind, indicator, country, prefix, next_serial - $2 as serial`,
    [operatorId, count],
  );
  return range;
}

function numberOf(range: Allotted): string {
  return range.kind === 's10' ? buildS10(range) : buildOwnNumber(range.prefix, range.serial);
}
