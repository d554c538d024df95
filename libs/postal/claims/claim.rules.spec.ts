import { canClaimMove, CLAIM_STATES, claimKindsAt, mostVnd, type ClaimTerm } from './claim.rules.js';

const TERMS: ClaimTerm[] = [
  { kind: 'lost', windowMonths: 6, countedFrom: 'acceptance', answerWorkingDays: 15, postageMultiple: 4 },
  { kind: 'damaged', windowMonths: 1, countedFrom: 'delivery', answerWorkingDays: 15, postageMultiple: 4 },
];
const at = (day: string) => new Date(`${day}T05:00:00Z`);

describe('a claim', () => {
  it('moves from opened over examined and accepted to paid, and is refused until it is accepted', () => {
    const moves = CLAIM_STATES.flatMap((from) => CLAIM_STATES.filter((to) => canClaimMove(from, to)).map((to) => `${from}>${to}`));
    expect(moves).toEqual(['opened>examined', 'opened>refused', 'examined>accepted', 'examined>refused', 'accepted>paid']);
  });

  it('may be made from acceptance or delivery on, for so many months of the calendar', () => {
    const parcel = { acceptedAt: at('2026-08-31'), deliveredAt: at('2026-09-03') };
    expect(claimKindsAt(TERMS, { acceptedAt: null, deliveredAt: null }, at('2026-09-01'))).toEqual([]);
    expect(claimKindsAt(TERMS, { ...parcel, deliveredAt: null }, at('2026-09-01'))).toEqual(['lost']);
    expect(claimKindsAt(TERMS, parcel, at('2026-10-02'))).toEqual(['lost', 'damaged']);
    expect(claimKindsAt(TERMS, parcel, at('2026-10-03'))).toEqual(['lost']);
    // There is no 31 February.
    expect(claimKindsAt(TERMS, parcel, at('2027-02-27'))).toEqual(['lost']);
    expect(claimKindsAt(TERMS, parcel, at('2027-02-28'))).toEqual([]);
  });

  it('is worth what the goods were declared to be with their postage, else so many times the postage', () => {
    const worth = { declaredVnd: 98_000, postageVnd: 20_000, postageMultiple: 4 };
    expect(mostVnd('lost', worth)).toBe(118_000);
    expect(mostVnd('damaged', { ...worth, declaredVnd: 30_000 })).toBe(80_000);
    expect(mostVnd('lost', { ...worth, declaredVnd: null })).toBe(80_000);
    expect(mostVnd('delayed', { ...worth, postageMultiple: 1 })).toBe(20_000);
  });
});
