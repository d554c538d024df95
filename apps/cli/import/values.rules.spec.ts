import { formatVnd } from '@choxa/standards';
import * as fc from 'fast-check';
import { cellText, netContentIn, readPrice, readStars, readYear } from './values.rules.js';

const codeOf = ({ value, gap }: { value: unknown; gap: { code: string } | null }) => value ?? gap?.code;

it.each(['', '  ', '-', '—', 'n/a', 'N/A', 'null', 'Không rõ', 'chưa có', '…', '?', '\u200b'])('%j says nothing', (cell) =>
  expect(cellText(cell)).toBe(''),
);

describe('stars', () => {
  it.each([
    ['4', 4],
    [' 5 sao', 5],
    ['3.0', 3],
    ['4*', 4],
    ['★★★★', 4],
    ['*****', 5],
    ['', 'stars.missing'],
    ['-', 'stars.missing'],
    ['2', 'stars.unreadable'],
    ['6', 'stars.unreadable'],
    ['0', 'stars.unreadable'],
    ['-4', 'stars.unreadable'],
    ['4,5', 'stars.unreadable'],
    ['3-4', 'stars.unreadable'],
    ['★★', 'stars.unreadable'],
    ['bốn', 'stars.unreadable'],
  ])('%j are %j', (cell, expected) => expect(codeOf(readStars(cell))).toBe(expected));
});

describe('the year of a recognition', () => {
  const today = '2026-11-16';
  it.each([
    ['2024', 2024, undefined],
    ['năm 2025', 2025, undefined],
    ['15/12/2025', 2025, undefined],
    ['2022.0', 2022, 'recognition.expired'],
    // Of 2023 only the year is known: it may run to the last day of 2026.
    ['2023', 2023, undefined],
    ['2022', 2022, 'recognition.expired'],
    ['', null, 'year.missing'],
    ['2027', null, 'year.future'],
    ['1999', null, 'year.unreadable'],
    ['22', null, 'year.unreadable'],
    ['2021-2022', null, 'year.unreadable'],
    ['20222', null, 'year.unreadable'],
  ])('%j is %j, %s', (cell, value, gap) => {
    const reading = readYear(cell, today);
    expect([reading.value, reading.gap?.code]).toEqual([value, gap]);
  });

  it('runs out in the night after the last day it could hold', () => {
    expect(readYear('2023', '2026-12-31').gap).toBeNull();
    expect(readYear('2023', '2027-01-01').gap?.code).toBe('recognition.expired');
  });
});

describe('a price', () => {
  it.each([
    ['120.000đ', 120_000],
    ['120,000 VNĐ', 120_000],
    ['85000', 85_000],
    ['', 'price.missing'],
    ['liên hệ', 'price.unreadable'],
    ['100.000-120.000', 'price.unreadable'],
    ['120.000đ/kg', 'price.unreadable'],
    ['120k', 'price.unreadable'],
    ['0', 'price.unreadable'],
    ['-5', 'price.unreadable'],
    ['99999999999999999999', 'price.unreadable'],
    ['12.5', 'price.unreadable'],
  ])('%j is %j', (cell, expected) => expect(codeOf(readPrice(cell))).toBe(expected));

  it('comes back from what is shown', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), (amount) => readPrice(formatVnd(amount)).value === amount));
  });
});

describe('the net content a name tells', () => {
  it.each([
    ['Mật ong hoa cà phê 500ml', { value: 500, unit: 'ml' }],
    ['Gạo ST25 túi 5 kg', { value: 5, unit: 'kg' }],
    ['CÀ PHÊ RANG XAY 250G', { value: 250, unit: 'g' }],
    ['Rượu nếp (1,5 lít)', { value: 1.5, unit: 'l' }],
    ['Chè búp 200 gr', { value: 200, unit: 'g' }],
    ['Muối 1.000g', { value: 1000, unit: 'g' }],
    ['Tiêu 0,25kg', { value: 0.25, unit: 'kg' }],
  ])('%j: %j', (name, expected) => expect(netContentIn(name)).toEqual(expected));

  it.each([
    'Nước mắm Cửa Lò (20°N, 30°N, 40°N)',
    'Nước mắm 40 độ đạm',
    'Gạo ST25',
    'Gạo sạch Liên Hưng (OM 5451)',
    'Mật ong 500ml, 1 lít',
    'Trà hộp 20 gói x 2g',
    'Trà túi lọc 2g x 20',
    'Gạo 1.000 kg',
    'Cà phê nguyên chất 100%',
    'Dế sữa Miệt Thứ 168',
    'Trà 0g',
    'Ghế 3 lớp',
  ])('%j tells none', (name) => expect(netContentIn(name)).toBeNull());
});
