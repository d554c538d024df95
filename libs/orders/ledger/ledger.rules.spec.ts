import fc from 'fast-check';
import {
  chargeEntries,
  isBalanced,
  LEDGER_ACCOUNTS,
  paidEntries,
  reductionEntries,
  remittedEntries,
  saleEntries,
  takeBackEntries,
  type Balances,
  type LedgerEntry,
} from './ledger.rules.js';

const add = (balances: Balances, journal: LedgerEntry[]): Balances => {
  const sums: Partial<Record<(typeof LEDGER_ACCOUNTS)[number], number>> = { ...balances };
  for (const { account, amountVnd } of journal) sums[account] = (sums[account] ?? 0) + amountVnd;
  return sums;
};
const standing = (balances: Balances) => Object.fromEntries(Object.entries(balances).filter(([, amountVnd]) => amountVnd !== 0));

describe('the books of a sale', () => {
  const sale = saleEntries({ goodsVnd: 100_000, postageVnd: 22_000 });

  it('begin with what the buyer owes to household and post', () => {
    expect(sale).toEqual([
      { account: 'buyer', amountVnd: 122_000 },
      { account: 'household', amountVnd: -100_000 },
      { account: 'postage', amountVnd: -22_000 },
    ]);
    expect(saleEntries({ goodsVnd: 100, postageVnd: 0 })).toHaveLength(2);
  });

  it('end, with cash on delivery, in the household’s bank account and the post’s postage', () => {
    const collected = add(add({}, sale), paidEntries('cod_at_post', 122_000));
    expect(standing(collected)).toEqual({ cod_at_post: 122_000, household: -100_000, postage: -22_000 });
    const remitted = add(collected, remittedEntries({ collectedVnd: 122_000, remittedVnd: 100_000 }));
    expect(standing(remitted)).toEqual({ bank: 100_000, household: -100_000 });
  });

  it('are empty again when an unpaid sale is undone', () => {
    const balances = add({}, sale);
    expect(standing(add(balances, takeBackEntries(balances)))).toEqual({});
  });

  it('owe back exactly what was paid when a paid sale is undone', () => {
    const paid = add(add(add({}, sale), paidEntries('bank', 122_000)), chargeEntries({ feeVnd: 0, taxVnd: 1_500 }));
    expect(standing(add(paid, takeBackEntries(paid)))).toEqual({ bank: 122_000, refund: -122_000 });
  });

  it('get smaller when not everything is there: the buyer owes less, or is owed what was paid too much', () => {
    const owes = add(add({}, sale), reductionEntries({ goodsVnd: 40_000, postageVnd: 4_000, paid: false }));
    expect(standing(owes)).toEqual({ buyer: 78_000, household: -60_000, postage: -18_000 });
    const paid = add(add(add({}, sale), paidEntries('bank', 122_000)), reductionEntries({ goodsVnd: 40_000, postageVnd: 0, paid: true }));
    expect(standing(paid)).toEqual({ bank: 122_000, household: -60_000, postage: -22_000, refund: -40_000 });
  });

  it('refuse what does not sum to zero, fractions, empty entries and an account twice', () => {
    const [one, other, third] = sale as [LedgerEntry, LedgerEntry, LedgerEntry];
    expect(isBalanced(sale)).toBe(true);
    for (const wrong of [
      [one, other],
      [
        { ...one, amountVnd: 0.5 },
        { ...other, amountVnd: -0.5 },
      ],
      [...sale, { account: 'fee' as const, amountVnd: 0 }],
      [one, other, { ...third, account: 'household' as const }],
    ])
      expect(isBalanced(wrong)).toBe(false);
  });

  // Promise 8, the arithmetic of it.
  it('sum to zero after any history', () => {
    const amount = fc.integer({ min: 0, max: 2_000_000_000 });
    const step = fc.constantFrom('cod', 'remit', 'bank', 'gateway', 'charge', 'undo');
    fc.assert(
      fc.property(amount, amount, fc.array(fc.tuple(step, amount), { maxLength: 12 }), (goodsVnd, postageVnd, steps) => {
        let balances = add({}, saleEntries({ goodsVnd, postageVnd }));
        for (const [what, vnd] of steps) {
          const journal = {
            cod: () => paidEntries('cod_at_post', vnd),
            remit: () => remittedEntries({ collectedVnd: vnd, remittedVnd: Math.floor(vnd / 2) }),
            bank: () => paidEntries('bank', vnd),
            gateway: () => paidEntries('gateway', vnd),
            charge: () => chargeEntries({ feeVnd: vnd, taxVnd: vnd % 7 }),
            undo: () => takeBackEntries(balances),
          }[what]();
          expect(isBalanced(journal)).toBe(true);
          balances = add(balances, journal);
          expect(Object.values(balances).reduce((sum, one) => sum + one, 0)).toBe(0);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
