import { Injectable } from '@nestjs/common';
import { Accounts } from '@choxa/identity';
import { boundsOf, localDay, localQuarter, startOfDay } from '@choxa/standards';
import { Database, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { callListOf, type CallList, type RegisterCallOutcome } from './register-call.rules.js';
import { nameKey } from './register.rules.js';
import { entriesOf, registerOf, type RegisterEntryView } from './registers.query.js';
import { KnownStandings, type SellingStanding } from './selling-standings.js';

export interface RegisterCallView {
  outcome: RegisterCallOutcome;
  note: string | null;
  calledAt: Date;
  /** Name of who called; null once the account is gone. */
  calledBy: string | null;
}

export interface HouseholdToCall extends RegisterEntryView, SellingStanding {
  list: CallList;
  lastCall: RegisterCallView | null;
}

export interface CallSheet {
  communeName: string;
  provinceName: string;
  /** `YYYY-MM-DD`. */
  asOf: string;
  /** First local day, `YYYY-MM-DD`, from which an order counts as selling: that of the register's quarter. */
  since: string;
  households: HouseholdToCall[];
}

const NOTHING: SellingStanding = { publishedProducts: 0, lastOrderedOn: null };

/** Whom of a commune's register its clerks and officials are to call, with telephones: that they were read is recorded. */
@Injectable()
export class RegisterCalls {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly standings: KnownStandings,
    private readonly trail: Trail,
  ) {}

  /** @throws not-found outside the actor's places */
  async run(actor: Actor, versionId: string): Promise<CallSheet> {
    return this.db.transaction(async (tx) => {
      const { communeCode, communeName, provinceName, asOf } = await registerOf(tx, actor, versionId);
      const since = localDay(boundsOf(localQuarter(startOfDay(asOf))).from);
      const entries = await entriesOf(tx, versionId);
      const standings = await this.standings.of(
        tx,
        entries.flatMap(({ householdId }) => householdId ?? []),
      );
      const calls = await this.lastCalls(tx, communeCode);
      const households = entries.flatMap((entry): HouseholdToCall[] => {
        const standing = entry.householdId ? standings.get(entry.householdId) : undefined;
        const list = callListOf(entry.state, standing, since);
        return list ? [{ ...entry, ...(standing ?? NOTHING), list, lastCall: calls.get(nameKey(entry.name)) ?? null }] : [];
      });
      if (households.some(({ phone }) => phone))
        await this.trail.record(tx, actor, { action: 'register.phones-read', subjectKind: 'register', subjectId: versionId });
      return { communeName, provinceName, asOf, since, households };
    });
  }

  /** By folded name. */
  private async lastCalls(tx: Tx, communeCode: string): Promise<Map<string, RegisterCallView>> {
    const rows = await sql<RegisterCallView & { nameKey: string; calledBy: string }>(
      tx,
      `select distinct on (name_key) name_key as "nameKey", outcome, note, called_at as "calledAt", called_by as "calledBy"
         from households.register_call where commune_code = $1 order by name_key, called_at desc, id`,
      [communeCode],
    );
    const callers = await this.accounts.byIds(tx, [...new Set(rows.map(({ calledBy }) => calledBy))]);
    const names = new Map(callers.map(({ id, name }) => [id, name]));
    return new Map(rows.map(({ nameKey: key, calledBy, ...call }) => [key, { ...call, calledBy: names.get(calledBy) ?? null }]));
  }
}
