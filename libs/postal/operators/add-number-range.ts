import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OWN_NUMBER_DIGITS } from '@choxa/standards';
import { sql, Trail, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';

export interface NewNumberRange {
  operatorId: string;
  kind: 's10' | 'own';
  /** Of an S10 range. */
  indicator?: string | null;
  country?: string | null;
  /** Of an operator's own. */
  prefix?: string | null;
  first: number;
  last: number;
}

const S10_SERIALS = 99_999_999;
const OWN_SERIALS = 10 ** OWN_NUMBER_DIGITS - 1;

/** A manager gives the operator another range of parcel numbers. */
@Injectable()
export class AddNumberRange {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  /** The caller has checked that the operator is the actor's. @throws Problem `numbers.range`, `numbers.overlap` */
  async run(actor: Actor, range: NewNumberRange): Promise<void> {
    if (!makesNumbers(range)) throw postalProblem('numbers.range');
    const { operatorId, kind, first, last } = range;
    const [indicator, country, prefix] = [range.indicator ?? null, range.country ?? null, range.prefix ?? null];
    await this.db.transaction(async (tx) => {
      await sql(tx, `select pg_advisory_xact_lock(hashtextextended('postal.number_range', 0))`);
      // Over all operators: whoever numbers from the same serials would make the same numbers.
      const [other] = await sql(
        tx,
        `select from postal.number_range where kind = $1 and indicator is not distinct from $2 and country is not distinct from $3
           and prefix is not distinct from $4 and serial_from <= $6 and serial_to >= $5 limit 1`,
        [kind, indicator, country, prefix, first, last],
      );
      if (other) throw postalProblem('numbers.overlap');
      await sql(
        tx,
        `insert into postal.number_range (id, operator_id, kind, indicator, country, prefix, serial_from, serial_to, next_serial)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $7)`,
        [randomUUID(), operatorId, kind, indicator, country, prefix, first, last],
      );
      const details = { kind, indicator, country, prefix, first, last };
      await this.trail.record(tx, actor, { action: 'numbers.range-added', subjectKind: 'operator', subjectId: operatorId, details });
    });
  }
}

function makesNumbers({ kind, indicator, country, prefix, first, last }: NewNumberRange): boolean {
  if (first > last) return false;
  if (kind === 's10') return Boolean(indicator && country && !prefix) && last <= S10_SERIALS;
  return Boolean(prefix && !indicator && !country) && last <= OWN_SERIALS;
}
