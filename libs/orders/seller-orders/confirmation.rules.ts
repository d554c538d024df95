/** A line as it was ordered. */
export interface OrderedLine {
  id: string;
  packId: string;
  quantity: number;
  priceVnd: number;
}

/** How much of a line the household has. */
export interface AnsweredLine {
  line: string;
  quantity: number;
}

export interface ConfirmedLine extends OrderedLine {
  confirmed: number;
}

export type ConfirmationFault = { index: number; code: 'confirmation.line-unknown' | 'confirmation.too-many' };

/** Lines with what the household says it has; a line it does not name is there in full. The second list says what is wrong with the answer. */
export function confirmedLines(
  ordered: readonly OrderedLine[],
  answers: readonly AnsweredLine[],
): { lines: ConfirmedLine[]; faults: ConfirmationFault[] } {
  const byId = new Map(ordered.map((line) => [line.id, line]));
  const faults = answers.flatMap(({ line, quantity }, index): ConfirmationFault[] => {
    const known = byId.get(line);
    if (!known) return [{ index, code: 'confirmation.line-unknown' }];
    return quantity > known.quantity ? [{ index, code: 'confirmation.too-many' }] : [];
  });
  const answered = new Map(answers.map(({ line, quantity }) => [line, quantity]));
  return { lines: ordered.map((line) => ({ ...line, confirmed: answered.get(line.id) ?? line.quantity })), faults };
}

/** Goods in đồng of what was confirmed. */
export function confirmedGoodsVnd(lines: readonly ConfirmedLine[]): number {
  return lines.reduce((sum, line) => sum + line.priceVnd * line.confirmed, 0);
}

/** What the household does not have, per line; lines there in full are left out. */
export function missingOf(lines: readonly ConfirmedLine[]): { packId: string; quantity: number }[] {
  return lines.flatMap(({ packId, quantity, confirmed }) => (confirmed < quantity ? [{ packId, quantity: quantity - confirmed }] : []));
}

/**
 * Postage after goods have become fewer: what the post asks for the lighter parcel where that is less, never more than the buyer agreed to,
 * and what was agreed when the post has no answer.
 */
export function reducedPostageVnd(agreedVnd: number, quotedVnd: number | null): number {
  return quotedVnd === null ? agreedVnd : Math.min(agreedVnd, quotedVnd);
}
