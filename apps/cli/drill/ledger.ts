import { seedNumber, testsPass } from './jest-child.js';

export const LEDGER = 'ledger';

/** Promise 8, as far as it concerns orders. */
const HISTORIES = 10_000;

/** Sends the full count of random histories of orders through the test of their books, which does some in every run. Prints its line; whether it passed. */
export async function runLedger(seed: string): Promise<boolean> {
  const number = seedNumber(seed);
  const passed = await testsPass('libs/orders/money/money.db', { MONEY_HISTORIES: String(HISTORIES), SEED: String(number) });
  process.stdout.write(`${JSON.stringify({ drill: LEDGER, seed: number, histories: HISTORIES, passed })}\n`);
  return passed;
}
