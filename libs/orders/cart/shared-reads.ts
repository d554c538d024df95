import { Injectable } from '@nestjs/common';
import { PacksForSale, type PackForSale } from '@choxa/catalogue';
import { Households, PayoutAccounts, type HouseholdSummary, type PayoutAccount } from '@choxa/households';
import { Database, Rounds, sql } from '@choxa/platform';
import type { CartHolder } from './cart-holder.js';
import { WANTED, wantedColumns, wantedOf, type WantedInStock } from './wanted.sql.js';

/** Askers whose questions are put as one. */
const MOST = 64;

/**
 * What every look at a cart reads. Shoppers who look at the same moment are answered by one statement, read after all of them asked: nothing here
 * is remembered.
 */
@Injectable()
export class SharedReads {
  constructor(
    private readonly db: Database,
    private readonly packsForSale: PacksForSale,
    private readonly allHouseholds: Households,
    private readonly payoutAccounts: PayoutAccounts,
  ) {}

  private readonly packRounds = lookUps((ids) => this.packsForSale.byIds(this.db.read, ids));
  private readonly householdRounds = lookUps((ids) => this.allHouseholds.byIds(this.db.read, ids));
  private readonly accountRounds = lookUps((ids) => this.payoutAccounts.current(this.db.read, ids));
  private readonly cartRounds = new Rounds<CartHolder, WantedInStock[]>(
    async (holders) => wantedOf(holders, await sql(this.db.read, WANTED, wantedColumns(holders))),
    { most: MOST, lanes: 1 },
  );

  /** Lines of a cart in the order they were put in. */
  wanted(holder: CartHolder): Promise<WantedInStock[]> {
    return this.cartRounds.join(holder);
  }

  packs(ids: readonly string[]): Promise<Map<string, PackForSale>> {
    return this.packRounds.join(ids);
  }

  households(ids: readonly string[]): Promise<Map<string, HouseholdSummary>> {
    return this.householdRounds.join(ids);
  }

  /** The accounts on which households take transfers, by household. */
  accounts(householdIds: readonly string[]): Promise<Map<string, PayoutAccount>> {
    return this.accountRounds.join(householdIds);
  }
}

/** Look-ups of rows by their ids; each asker gets its own. */
function lookUps<Row extends object>(
  read: (ids: readonly string[]) => Promise<Map<string, Row>>,
): Rounds<readonly string[], Map<string, Row>> {
  return new Rounds(
    async (asked: readonly (readonly string[])[]) => {
      const found = await read([...new Set(asked.flat())]);
      return asked.map((ids) => new Map([...new Set(ids)].flatMap((id) => (found.has(id) ? [[id, found.get(id)!] as const] : []))));
    },
    { most: MOST, lanes: 1 },
  );
}
