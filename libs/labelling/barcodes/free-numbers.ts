import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@choxa/platform';
import { gtinFromPrefix, internalNumber, prefixCapacity, toNumber14 } from '@choxa/standards';
import { labellingProblem } from '../labelling.problems.js';

/** Numbers looked at together when those before were entered by hand. */
const LOOK_AHEAD = 100;

/** Numbers nobody has yet. */
@Injectable()
export class FreeNumbers {
  /** A number of the platform's own (14 digits): a sequence never gives one twice, whatever rolls back. */
  async internal(tx: Tx): Promise<string> {
    const [row] = await sql<{ n: number }>(tx, `select nextval('labelling.internal_number') as n`);
    return toNumber14(internalNumber(row!.n));
  }

  /**
   * The next number inside a company prefix (14 digits), in order; those already given are passed over. Rivals for the same prefix wait for each
   * other, and what rolls back is given to the next.
   * Throws `barcode.prefix-full`.
   */
  async insidePrefix(tx: Tx, prefix: string): Promise<string> {
    const [counter] = await sql<{ next: number }>(tx, LOCK_COUNTER, [prefix]);
    const capacity = prefixCapacity(prefix);
    for (let from = Number(counter!.next); from < capacity; from += LOOK_AHEAD) {
      const count = Math.min(LOOK_AHEAD, capacity - from);
      const numbers = Array.from({ length: count }, (_, i) => toNumber14(gtinFromPrefix(prefix, from + i)));
      const given = await sql<{ number: string }>(tx, 'select number from labelling.barcode where number = any($1)', [numbers]);
      const free = numbers.findIndex((number) => !given.some((row) => row.number === number));
      if (free === -1) continue;
      await sql(tx, 'update labelling.prefix_counter set next_reference = $2 where prefix = $1', [prefix, from + free + 1]);
      return numbers[free]!;
    }
    throw labellingProblem('barcode.prefix-full', { errors: [{ pointer: '/companyPrefix', code: 'barcode.prefix-full', detail: prefix }] });
  }
}

const LOCK_COUNTER = `
  insert into labelling.prefix_counter as counter (prefix, next_reference) values ($1, 0)
  on conflict (prefix) do update set next_reference = counter.next_reference returning next_reference as next`;
