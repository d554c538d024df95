import { batchReference, lineReference, payoutLines } from './payout-lines.rules.js';

const parcel = (number: string, senderPhone: string) => ({ number, senderPhone, collectedVnd: 100, paidVnd: 70 });

describe('the lines of a batch', () => {
  it('are one for each sender, and several for one of more than 500 parcels', () => {
    const many = Array.from({ length: 501 }, (_, at) => parcel(`M${at}`, 'm'));
    const lines = payoutLines([parcel('A1', 'a'), parcel('B1', 'b'), parcel('A2', 'a'), ...many]);
    expect(lines.map(({ parcels, collectedVnd, paidVnd }) => [parcels.length, collectedVnd, paidVnd])).toEqual([
      [2, 200, 140],
      [1, 100, 70],
      [500, 50_000, 35_000],
      [1, 100, 70],
    ]);
  });

  it('carry references a bank accepts', () => {
    expect(lineReference(batchReference('2026-11-26', 1), 3)).toBe('DOT2026112601-0003');
  });
});
