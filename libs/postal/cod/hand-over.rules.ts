import type { Side } from './cod-journal.js';

/**
 * The journal of cash that went from a person to the office: what was counted is in the drawer, what was missing is the person's shortage,
 * what was too much their overage. `differenceVnd` = counted less what the books said; 0 for a part.
 */
export function handOverSides({
  officeId,
  holderId,
  countedVnd,
  differenceVnd,
}: {
  officeId: string;
  holderId: string;
  countedVnd: number;
  differenceVnd: number;
}): Side[] {
  return [
    { account: 'cash', holderId, officeId, amountVnd: differenceVnd - countedVnd },
    { account: 'office_cash', holderId: officeId, officeId, amountVnd: countedVnd },
    { account: differenceVnd < 0 ? 'shortage' : 'overage', holderId, officeId, amountVnd: -differenceVnd },
  ];
}
