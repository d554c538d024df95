/**
 * Accounts of a seller order. A positive amount is money owed to us who keep the books or held somewhere for the sale, a negative one is
 * money that somebody is to get.
 *
 * `buyer` owes for the goods and their postage · `household` is to get the price of the goods · `postage` is the post's · `fee` is the
 * platform's · `tax` is withheld for the state · `cod_at_post` is cash the post has collected · `gateway` is money at a payment gateway ·
 * `bank` is money in the household's own bank account · `refund` is owed back to the buyer.
 */
export const LEDGER_ACCOUNTS = ['buyer', 'household', 'postage', 'fee', 'tax', 'cod_at_post', 'gateway', 'bank', 'refund'] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** What a journal tells. */
export const JOURNAL_KINDS = [
  'sale',
  'adjustment',
  'charges',
  'cancellation',
  'return',
  'cod-collected',
  'cod-remitted',
  'paid-by-transfer',
  'paid-through-gateway',
  'refund-due',
  'refund-paid',
] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

export interface LedgerEntry {
  account: LedgerAccount;
  /** Whole đồng, never 0. */
  amountVnd: number;
}

export type Balances = Readonly<Partial<Record<LedgerAccount, number>>>;

/** Where a sale earns: what is taken back when it is undone. */
const EARNINGS = ['household', 'postage', 'fee', 'tax'] as const satisfies LedgerAccount[];

/** The buyer owes the goods to the household and the postage to the post. */
export function saleEntries({ goodsVnd, postageVnd }: { goodsVnd: number; postageVnd: number }): LedgerEntry[] {
  return entries({ buyer: goodsVnd + postageVnd, household: -goodsVnd, postage: -postageVnd });
}

/** What a delivered sale is charged with: a platform's fee and withheld tax, out of the price of the goods. */
export function chargeEntries({ feeVnd, taxVnd }: { feeVnd: number; taxVnd: number }): LedgerEntry[] {
  return entries({ household: feeVnd + taxVnd, fee: -feeVnd, tax: -taxVnd });
}

/**
 * Money has come: as cash to the post, through a gateway, or into the household's bank account. It is what the buyer owed; after a
 * cancellation it is owed back (`refund`).
 */
export function paidEntries(
  to: 'cod_at_post' | 'gateway' | 'bank',
  amountVnd: number,
  against: 'buyer' | 'refund' = 'buyer',
): LedgerEntry[] {
  return entries({ [to]: amountVnd, [against]: -amountVnd });
}

/** The post has paid `remittedVnd` of the cash to the household's bank account and kept the rest, its postage. */
export function remittedEntries({ collectedVnd, remittedVnd }: { collectedVnd: number; remittedVnd: number }): LedgerEntry[] {
  return entries({ bank: remittedVnd, postage: collectedVnd - remittedVnd, cod_at_post: -collectedVnd });
}

/**
 * Goods (and their postage) become less before they are sent: household and post are to get less, and the buyer owes less, or is owed the
 * difference where it was paid already.
 */
export function reductionEntries({ goodsVnd, postageVnd, paid }: { goodsVnd: number; postageVnd: number; paid: boolean }): LedgerEntry[] {
  return entries({ [paid ? 'refund' : 'buyer']: -(goodsVnd + postageVnd), household: goodsVnd, postage: postageVnd });
}

/** Undoes a sale as the books stand: nobody earns, the buyer owes nothing, and what was paid is owed back. */
export function takeBackEntries(balances: Balances): LedgerEntry[] {
  const taken = [...EARNINGS, 'buyer' as const].map((account) => [account, -(balances[account] ?? 0)] as const);
  const owedBackVnd = -taken.reduce((sum, [, amountVnd]) => sum + amountVnd, 0);
  return entries({ ...Object.fromEntries(taken), refund: owedBackVnd });
}

/** Whether a journal may be written: whole đồng, no empty entry, no account twice, nothing won or lost. */
export function isBalanced(journal: readonly LedgerEntry[]): boolean {
  return (
    journal.every(({ amountVnd }) => Number.isSafeInteger(amountVnd) && amountVnd !== 0) &&
    new Set(journal.map(({ account }) => account)).size === journal.length &&
    journal.reduce((sum, { amountVnd }) => sum + amountVnd, 0) === 0
  );
}

function entries(amounts: Balances): LedgerEntry[] {
  return LEDGER_ACCOUNTS.flatMap((account) => (amounts[account] ? [{ account, amountVnd: amounts[account] }] : []));
}
