import { readHeadings } from './statement-columns.rules.js';
import { readAmount, readDay, readLine, referencesIn } from './statement-line.rules.js';
import { matchLine, type Awaited } from './statement-match.rules.js';

describe('the headings of a bank’s export', () => {
  // Headings as they are usual; no bank's file was copied.
  it.each([
    [['STT', 'Ngày giao dịch', 'Số tiền ghi nợ', 'Số tiền ghi có', 'Số dư', 'Nội dung'], { date: 1, text: 5, credit: 3, debit: 2 }],
    [['Ngày GD/TNX Date', 'Số tham chiếu', 'Nợ/Debit', 'Có/Credit', 'Mô tả/Description'], { date: 0, text: 4, credit: 3, debit: 2 }],
    [['Transaction Date', 'Details', 'Amount (VND)', 'Balance'], { date: 0, text: 1, amount: 2 }],
    [['Ngày', 'Phát sinh có (VND)', 'Phát sinh nợ (VND)', 'Diễn giải'], { date: 0, text: 3, credit: 1, debit: 2 }],
    [['Ngày', 'Số tiền', 'Nội dung chuyển khoản'], { date: 0, text: 2, amount: 1 }],
  ])('%j are understood', (cells, map) => {
    expect(readHeadings(cells)).toEqual(map);
  });

  it('are not seen in what stands above or below them', () => {
    for (const cells of [['Sao kê tài khoản', '', ''], ['16/11/2026', '50,000', 'CX0000000001'], ['Ngày in', 'Trang 1'], []])
      expect(readHeadings(cells)).toBeNull();
  });
});

describe('a line of a statement', () => {
  it.each([
    ['1,250,000.00 VND', 1_250_000],
    ['1.250.000', 1_250_000],
    ['+ 125000', 125_000],
    ['-50,000', -50_000],
    ['50.000,00 đ', 50_000],
    ['12.5', null],
    ['1,25', null],
    ['1.250,000', null],
    ['abc', null],
    ['=1+1', null],
  ])('reads %s as %s', (text, amountVnd) => {
    expect(readAmount(text)).toBe(amountVnd);
  });

  it.each([
    ['16/11/2026 09:30:00', '2026-11-16'],
    ['6-1-2026', '2026-01-06'],
    ['2026-11-16T02:00:00', '2026-11-16'],
    ['31/02/2026', null],
    ['', null],
  ])('reads the day of %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('is money in, money out, or cannot be read', () => {
    const map = { date: 0, credit: 1, debit: 2, text: 3 };
    expect(readLine(['16/11/2026', '5', '', 'x'], map)).toEqual({ kind: 'in', bookedOn: '2026-11-16', amountVnd: 5, text: 'x' });
    expect(readLine(['16/11/2026', '', '5', 'x'], map).kind).toBe('out');
    expect(readLine(['16/11/2026', '-5', 'x'], { date: 0, amount: 1, text: 2 }).kind).toBe('out');
    expect(readLine(['hôm qua', '5', '', 'x'], map)).toEqual({ kind: 'bad', column: 'date' });
    expect(readLine(['16/11/2026', '5,5', '', 'x'], map)).toEqual({ kind: 'bad', column: 'amount' });
  });

  it('keeps a reference however the bank writes it', () => {
    for (const text of ['CX7K3M9QPA01', 'MBVCB.1.cx7k3m9qpa01.CT tu A', 'CX7K3M 9QPA 01 tra tien', 'ABCX7K3M9QPA0100', 'CX-7K3M-9QPA-01'])
      expect(referencesIn(text)).toContain('CX7K3M9QPA01');
    expect(referencesIn('CX7K3M9QPA')).toEqual([]);
  });
});

describe('what a line means', () => {
  const awaited: Awaited = { sellerOrderId: 's', reference: 'CX7K3M9QPA01', amountVnd: 100, state: 'due', reconciled: false };
  const remittance = { id: 'r', reference: 'COD-2026-11', amountVnd: 500, reconciled: false };
  const outcome = (amountVnd: number, text: string, change: Partial<Awaited> = {}, paidOut = remittance) =>
    matchLine({ amountVnd, text }, new Map([[awaited.reference, { ...awaited, ...change }]]), [paidOut]).outcome;

  it.each([
    ['the awaited amount', outcome(100, 'CX7K3M9QPA01'), 'matched'],
    ['less', outcome(99, 'CX7K3M9QPA01'), 'less'],
    ['more', outcome(101, 'CX7K3M9QPA01'), 'more'],
    ['money after the cancellation', outcome(100, 'CX7K3M9QPA01', { state: 'void' }), 'late'],
    ['money the household had seen', outcome(100, 'CX7K3M9QPA01', { state: 'paid' }), 'paid'],
    ['money found before', outcome(100, 'CX7K3M9QPA01', { state: 'paid', reconciled: true }), 'found'],
    ['a sum of the post', outcome(500, 'Tra tien thu ho COD202611'), 'remitted'],
    ['another sum of the post', outcome(499, 'cod 2026 11'), 'less'],
    ['a sum of the post again', outcome(500, 'COD-2026-11', {}, { ...remittance, reconciled: true }), 'found'],
    ['anything else', outcome(100, 'CX7K3M9QPB01'), 'unknown'],
  ])('is told for %s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});
