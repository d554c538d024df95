import { SELLER_ORDER_MOVES, SELLER_ORDER_STATES } from '../seller-orders/seller-order.rules.js';
import { CANCEL_REASONS, CANCELLATION, CANCELLERS, cancelReasonsOf, mayCancel, wordsOf } from './cancellation.rules.js';

describe('who may cancel when', () => {
  it('is anybody until the post has the parcel, and nobody from then on', () => {
    for (const state of SELLER_ORDER_STATES)
      for (const by of CANCELLERS)
        expect([state, by, mayCancel(state, by)]).toEqual([state, by, ['placed', 'confirmed', 'packed'].includes(state)]);
  });

  it('never asks for a move the table of states does not have', () => {
    for (const state of SELLER_ORDER_STATES) if (CANCELLATION[state].by.length) expect(SELLER_ORDER_MOVES[state]).toContain('cancelled');
  });

  it('leaves the buyer of a posted parcel the door, and of a delivered one the return', () => {
    expect([CANCELLATION.posted.insteadForBuyer, CANCELLATION.delivered.insteadForBuyer]).toEqual(['refuse-at-door', 'return']);
  });
});

describe('why it is cancelled', () => {
  it('is something everybody has words for, and each reason belongs to somebody', () => {
    for (const by of CANCELLERS) expect(cancelReasonsOf(by).length).toBeGreaterThan(1);
    expect(new Set(CANCELLERS.flatMap(cancelReasonsOf))).toEqual(new Set(CANCEL_REASONS));
    expect(cancelReasonsOf('buyer')).not.toContain('out_of_stock');
    expect(cancelReasonsOf('household')).not.toContain('not_paid');
  });

  it('is told with the note, and a note alone where the reason says nothing', () => {
    expect(wordsOf('out_of_stock', null)).toEqual({ vi: 'hết hàng', en: 'sold out' });
    expect(wordsOf('spoiled', 'mưa dột').vi).toBe('hàng hỏng, không gửi được (mưa dột)');
    expect(wordsOf('other', 'nhà có việc')).toEqual({ vi: 'nhà có việc', en: 'nhà có việc' });
  });
});
