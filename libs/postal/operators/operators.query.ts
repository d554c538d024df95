import { Injectable } from '@nestjs/common';
import { sql, type Actor } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { managedOperators } from './managed-operators.js';
import type { ManagedOperatorDto, NumberRangeDto } from './operators.dto.js';

/** What managers see of their operators. */
@Injectable()
export class Operators {
  constructor(private readonly db: PostalDatabase) {}

  async ofManager(actor: Actor): Promise<ManagedOperatorDto[]> {
    return sql(this.db.read, 'select id, code, name from postal.operator where id = any($1::uuid[]) order by name', [
      managedOperators(actor),
    ]);
  }

  /** Number ranges, in the sequence in which they are used. */
  async numberRanges(actor: Actor): Promise<NumberRangeDto[]> {
    return sql(
      this.db.read,
      `select range.id, operator.name as "operatorName", kind, indicator, country, prefix, serial_from as first, serial_to as last,
         serial_to + 1 - next_serial as left
       from postal.number_range range join postal.operator on operator.id = range.operator_id
       where operator.id = any($1::uuid[]) order by operator.name, serial_from`,
      [managedOperators(actor)],
    );
  }
}
