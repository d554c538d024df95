import { Injectable } from '@nestjs/common';
import { Database, sql, Trail } from '@choxa/platform';
import { DERIVED_TABLES, FACT_TABLES } from './fact-tables.js';
import { TellFacts, type Told } from './tell-facts.js';

/**
 * Makes all facts anew from what the libs still have of them, in one transaction: readers see the old figures until it is done and never
 * wait, which a truncated or swapped table would make them do. Rows of closed periods are not touched.
 */
@Injectable()
export class RebuildFacts {
  constructor(
    private readonly db: Database,
    private readonly tellFacts: TellFacts,
    private readonly trail: Trail,
  ) {}

  /** Facts told, by kind. @throws FactsUntold when nobody tells a kind again */
  async run(told: Told): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    await this.db.transaction(async (tx) => {
      const moment = await this.tellFacts.hold(tx);
      await this.tellFacts.again(tx, moment, (kind, facts) => {
        counts.set(kind, facts);
        told(kind, facts);
      });
      await this.trail.record(tx, 'system', {
        action: 'facts.rebuilt',
        subjectKind: 'facts',
        subjectId: 'audit',
        details: Object.fromEntries(counts),
      });
    });
    await this.clean();
    return counts;
  }

  /** Gives the room of the old rows back to the tables at once, instead of when Postgres comes round. */
  private async clean(): Promise<void> {
    const runner = this.db.dataSource.createQueryRunner();
    try {
      await sql(runner.manager, 'set statement_timeout = 0');
      for (const { name } of [...FACT_TABLES, ...DERIVED_TABLES]) await sql(runner.manager, `vacuum analyze audit.${name}`);
      await sql(runner.manager, 'reset statement_timeout');
    } finally {
      await runner.release();
    }
  }
}
