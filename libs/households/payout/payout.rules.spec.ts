import { bankName, masked, payoutStates, readAccountNumber } from './payout.rules.js';

const at = (hour: number, cancelled = false) => ({
  effectiveAt: new Date(hour * 3_600_000),
  cancelledAt: cancelled ? new Date((hour - 1) * 3_600_000) : null,
});

describe('payout accounts', () => {
  it.each([
    ['0123 456-789', '0123456789'],
    ['vnd.ben', 'VNDBEN'],
    ['123', null],
    ['1'.repeat(20), null],
    ['12/34', null],
  ])('reads %s as %s', (text, number) => expect(readAccountNumber(text)).toBe(number));

  it('write a holder as banks do, and hide all but the last four digits', () => {
    expect(bankName('Đỗ Thị Ưởng')).toBe('DO THI UONG');
    expect(masked('0123456789')).toBe('•••••• 6789');
  });

  it('count from the newest that has taken effect and was not cancelled', () => {
    expect(payoutStates([at(9), at(5, true), at(4), at(2)], new Date(6 * 3_600_000))).toEqual([
      'pending',
      'cancelled',
      'current',
      'former',
    ]);
    expect(payoutStates([at(9)], new Date(0))).toEqual(['pending']);
  });
});
