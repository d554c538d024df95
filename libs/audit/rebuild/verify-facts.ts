import { Injectable } from '@nestjs/common';
import { Database, sql, type Tx } from '@choxa/platform';
import { DERIVED_TABLES, FACT_TABLES } from './fact-tables.js';
import { TellFacts, whereOf, type Told } from './tell-facts.js';

/** A table that is another than the one made of its sources. */
export interface FactsFault {
  table: string;
  rows: number;
  rowsAgain: number;
}

export interface FactsReport {
  tables: number;
  rows: number;
  faults: FactsFault[];
}

interface Sum {
  rows: number;
  /** Of all rows, whatever their sequence. */
  hash: string;
}

/**
 * Makes all facts anew beside the ones that are there, compares both table by table and throws the new ones away. All of one moment: what was
 * told and not handled yet is counted in. It costs as much as a rebuild, so it is for an operator to ask for, not for a timer.
 */
@Injectable()
export class VerifyFacts {
  constructor(
    private readonly db: Database,
    private readonly tellFacts: TellFacts,
  ) {}

  /** @throws FactsUntold when nobody tells a kind again */
  async run(told: Told): Promise<FactsReport> {
    return this.db.transaction(async (tx) => {
      await sql(tx, 'set transaction isolation level repeatable read');
      const moment = await this.tellFacts.hold(tx);
      await sql(tx, 'savepoint as_it_was');
      await this.tellFacts.waiting(tx);
      const before = await sums(tx);
      await this.tellFacts.again(tx, moment, told);
      const after = await sums(tx);
      await sql(tx, 'rollback to savepoint as_it_was');
      const faults = [...before]
        .filter(([table, { hash }]) => after.get(table)!.hash !== hash)
        .map(([table, { rows }]) => ({ table, rows, rowsAgain: after.get(table)!.rows }));
      return { tables: before.size, rows: [...before.values()].reduce((sum, { rows }) => sum + rows, 0), faults };
    });
  }
}

async function sums(tx: Tx): Promise<Map<string, Sum>> {
  const all = new Map<string, Sum>();
  for (const table of [...FACT_TABLES, ...DERIVED_TABLES]) {
    const [sum] = await sql<Sum>(
      tx,
      `select count(*)::int as rows, coalesce(sum(hashtextextended(one::text, 0)::numeric), 0)::text as hash
       from audit.${table.name} one ${whereOf(table)}`,
    );
    all.set(table.name, sum!);
  }
  return all;
}
