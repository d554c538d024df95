import { readStatementRow } from './statement-rows.rules.js';

const lines = [
  { reference: 'DOT2026112601-0001', paidVnd: 1_250_000 },
  { reference: 'DOT2026112601-0012', paidVnd: 92_000 },
];
const read = (...cells: string[]) => readStatementRow(cells, lines);

describe('a row of a bank’s answer', () => {
  it.each([
    ['26/11/2026', 'CT DOT2026112601-0001 tra tien thu ho', '-1,250,000.00 VND'],
    ['1.250.000', 'DOT20261126010001'],
    ['IBFT dot 2026112601 0001', '1250000', 'Thành công'],
  ])('says that a line was paid: %s', (...cells) => {
    expect(read(...cells)).toEqual({ reference: 'DOT2026112601-0001', outcome: 'paid' });
  });

  it('says that the money did not arrive, in the bank’s words', () => {
    for (const words of ['Không thành công: sai số tài khoản', 'Giao dịch bị hoàn trả', 'FAILED'])
      expect(read('DOT2026112601-0012', '92.000', words)).toEqual({ reference: 'DOT2026112601-0012', outcome: 'failed' });
  });

  it('is not taken for payment with another amount', () => {
    for (const amount of ['92.001', '9.2000', '']) expect(read('DOT2026112601-0012', amount)?.outcome).toBe('amount_differs');
  });

  it('says nothing where it names no line', () => {
    expect(read('DOT2026112601-0002', '92.000')).toBeNull();
    expect(read('Phí dịch vụ', '1.250.000')).toBeNull();
    expect(read('')).toBeNull();
  });
});
