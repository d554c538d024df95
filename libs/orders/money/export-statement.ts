import { Injectable } from '@nestjs/common';
import { Households } from '@choxa/households';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { Money } from './money.query.js';
import { rangeOf } from './statement-period.rules.js';
import type { MoneyStatement } from './statement-table.js';

/** What a household takes with it: all its seller orders of a period with their money. */
@Injectable()
export class ExportStatement {
  constructor(
    private readonly db: Database,
    private readonly money: Money,
    private readonly households: Households,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /** `householdId` is the actor's own. */
  async run(actor: Actor, householdId: string, period: string): Promise<MoneyStatement> {
    const range = rangeOf(period);
    const lines = await this.money.all(householdId, range);
    const totals = await this.money.totals(householdId, range);
    const householdName = await this.db.transaction(async (tx) => {
      const details = { period, orders: lines.length };
      await this.trail.record(tx, actor, { action: 'money.statement-exported', subjectKind: 'household', subjectId: householdId, details });
      return (await this.households.byIds(tx, [householdId])).get(householdId)?.name ?? '';
    });
    return { householdName, period, madeAt: this.clock.now(), lines, totals };
  }
}
