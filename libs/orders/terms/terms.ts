import { Injectable } from '@nestjs/common';
import { sql, WorkingDays, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { endOfTerm, termOf, type Term } from './term.rules.js';

/** The clocks that run after a sale, from the dated table. */
@Injectable()
export class Terms {
  constructor(private readonly workingDays: WorkingDays) {}

  /** Every term in force on the local day of `at`. */
  async on(tx: Tx, at: Date): Promise<Term[]> {
    return sql<Term>(
      tx,
      `select kind, set_code as "setCode", amount, unit, basis from orders.after_sale_term
        where valid_from <= $1 and (valid_to is null or valid_to > $1)`,
      [localDay(at)],
    );
  }

  /** When the term is over, as the law stood when it began. */
  async end(tx: Tx, kind: string, from: Date): Promise<Date> {
    const term = termOf(await this.on(tx, from), kind);
    if (!term) throw new Error(`no term is given for ${kind} on ${localDay(from)}`);
    return this.endOf(tx, term, from);
  }

  async endOf(tx: Tx, term: Term, from: Date): Promise<Date> {
    const day = localDay(from);
    return endOfTerm(term, from, term.unit === 'working_day' ? await this.workingDays.after(tx, day, term.amount) : day);
  }
}
