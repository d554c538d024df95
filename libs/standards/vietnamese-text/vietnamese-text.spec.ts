import * as fc from 'fast-check';
import { compareVietnamese, sameVietnamese, spellingKey } from './compare.js';
import { formatUnitPrice, formatVnd, parseTypedVnd, parseVnd } from './money.js';
import { fold, hasDiacritics, normalizeLines, normalizeText, slugify } from './normalize.js';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const vietnamese = fc
  .array(fc.constantFrom('Dừa', 'sáp', 'Cầu', 'Kè', 'Đắk', "R'Lấp", 'nước', 'mắm', 'Phú', 'Quốc', 'Hoà', 'Tuỳ', 'ượt', 'ĐẶC', 'sản'), {
    minLength: 1,
  })
  .map((words) => words.join(' '));

describe('normalizeText', () => {
  it.each([
    ['Cà phê'.normalize('NFD'), 'Cà phê'],
    ['Ðà Lạt', 'Đà Lạt'],
    ['ÐỒNG THÁP, ðường', 'ĐỒNG THÁP, đường'],
    ['Guðmundur', 'Guðmundur'],
    ['Đắk R’Lấp', "Đắk R'Lấp"],
    ['Gạo “Cái quạt mo”', 'Gạo "Cái quạt mo"'],
    ['  trà\u00a0\u3000sen \t\n Tây Hồ ', 'trà sen Tây Hồ'],
    ['d\u200bừa\ufeff\u00ad\u202e', 'dừa'],
    ['e\u0302\u0323', 'ệ'],
    ['a\u0000b', 'ab'],
    ['a\ud800b', 'ab'],
    ['nước mắm 20°N', 'nước mắm 20°N'],
    ['\u3164\u2060', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(normalizeText(text)).toBe(expected);
  });

  it('changes nothing when done twice, and leaves one line of NFC without spaces at its ends', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
        expect(once).toBe(once.normalize('NFC').trim());
        expect(once).not.toMatch(/\s\s|[\p{Cc}\u200b\u2019\u00d0]/u);
      }),
    );
  });

  it('keeps line ends where a text may have several', () => {
    expect(normalizeLines(' dòng 1 \r\n  dòng\u00a02\r\r\n\n\n\ndòng 3\u2028x ')).toBe('dòng 1\ndòng 2\n\ndòng 3\nx');
    fc.assert(fc.property(anyText, (text) => normalizeLines(normalizeLines(text)) === normalizeLines(text)));
  });
});

describe('fold', () => {
  it.each([
    ['Dừa sáp Cầu Kè', 'dua sap cau ke'],
    ['ĐẶC SẢN Đắk R’Lấp', "dac san dak r'lap"],
    ['Ðà Lạt', 'da lat'],
    ['ðường', 'duong'],
    ['CÀ PHÊ', 'ca phe'],
    ['Hoà', 'hoa'],
    ['ượt ữ ỵ', 'uot u y'],
  ])('%j is searched as %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
    expect(fold(text.normalize('NFD'))).toBe(expected);
  });

  it('is the same for every form of the same text, and when done twice', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text)).toMatch(/^[a-z' ]+$/);
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
    fc.assert(fc.property(anyText, (text) => fold(fold(text)) === fold(text)));
  });
});

it.each([
  ['dừa', true],
  ['dua', false],
  ['Đa', true],
  ['da', false],
  ['Ða', true],
  ['cà phê'.normalize('NFD'), true],
  ['20°N + 5%', false],
])('hasDiacritics(%j) is %p', (text, expected) => {
  expect(hasDiacritics(text)).toBe(expected);
});

describe('slugify', () => {
  it.each([
    ['Cà phê Arabica Cầu Đất', 'ca-phe-arabica-cau-dat'],
    ['Nước mắm 20°N (chai 500ml)', 'nuoc-mam-20-n-chai-500ml'],
    ["  K'Ho -- Đắk R’Lấp! ", 'k-ho-dak-r-lap'],
    ['茶', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(slugify(text)).toBe(expected);
  });

  it('is always small letters, digits and single hyphens, no longer than allowed', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, vietnamese), fc.integer({ min: 1, max: 30 }), (text, longest) => {
        const slug = slugify(text, longest);
        expect(slug).toMatch(/^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/);
        expect(slug.length).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('is cut between words', () => {
    expect(slugify('trà ô long Bảo Lộc', 12)).toBe('tra-o-long');
    expect(slugify('trà ô long Bảo Lộc', 10)).toBe('tra-o-long');
  });
});

describe('comparing', () => {
  it('sorts as a Vietnamese dictionary does', () => {
    expect(['Em', 'Đông', 'Dừa', 'Âu', 'An', 'Ăn', 'Dưa'].sort(compareVietnamese)).toEqual(['An', 'Ăn', 'Âu', 'Dưa', 'Dừa', 'Đông', 'Em']);
  });

  it.each([
    ['Hoà', 'Hòa'],
    ['THUỶ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['Quý', 'Qúy'],
    ['Ðà  Lạt', 'Đà Lạt'],
    ['Hoà Bình'.normalize('NFD'), 'Hòa bình'],
  ])('%j and %j are the same words', (a, b) => {
    expect(sameVietnamese(a, b)).toBe(true);
  });

  it.each([
    ['dừa', 'dưa'],
    ['dừa', 'dứa'],
    ['dưa', 'dứa'],
    ['hoa', 'hòa'],
    ['đa', 'da'],
    ['hòa mai', 'hoa mài'],
  ])('%j and %j are different words', (a, b) => {
    expect(sameVietnamese(a, b)).toBe(false);
  });

  it('agrees with itself in every form, and never joins words that fold differently', () => {
    fc.assert(
      fc.property(vietnamese, vietnamese, (a, b) => {
        expect(sameVietnamese(a, a.normalize('NFD').toUpperCase())).toBe(true);
        if (sameVietnamese(a, b)) expect(fold(a)).toBe(fold(b));
      }),
    );
    fc.assert(fc.property(anyText, (text) => typeof spellingKey(text) === 'string'));
  });
});

describe('đồng', () => {
  it('are written with points and the sign', () => {
    expect(formatVnd(1_234_567n)).toBe('1.234.567\u00a0₫');
    expect(formatVnd(0)).toBe('0\u00a0₫');
    expect(formatVnd(-5000n)).toBe('-5.000\u00a0₫');
  });

  it('are never a fraction', () => {
    for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => formatVnd(amount)).toThrow('money.not-integer');
  });

  it.each([
    [120_000, 500, 'g', '120.000\u00a0₫ / 500\u00a0g'],
    [120_000n, 1.5, 'kg', '120.000\u00a0₫ / 1,5\u00a0kg'],
    [120_000n, 1, 'hộp', '120.000\u00a0₫ / hộp'],
  ])('%p for %p %s reads %j', (price, quantity, unit, expected) => {
    expect(formatUnitPrice(price, quantity, unit)).toBe(expected);
  });

  it('are not shown for nothing', () => {
    for (const quantity of [0, -1, Number.NaN]) expect(() => formatUnitPrice(1000, quantity, 'g')).toThrow('money.quantity');
  });

  it.each([
    ['1.234.567 ₫', 1_234_567n],
    ['1,234,567đ', 1_234_567n],
    ['120000', 120_000n],
    ['120 000 VNĐ', 120_000n],
    ['120.000\u00a0đồng', 120_000n],
    ['85.000 vnd', 85_000n],
  ])('%j is read as %p', (text, amountVnd) => {
    expect(parseVnd(text)).toEqual({ ok: true, amountVnd });
  });

  it.each([
    ['', 'money.empty'],
    ['đ', 'money.empty'],
    ['12.5', 'money.format'],
    ['1.234,567', 'money.format'],
    ['1.2345', 'money.format'],
    ['-5000', 'money.format'],
    ['1e5', 'money.format'],
    ['120k', 'money.format'],
  ])('%j is not an amount: %s', (text, code) => {
    expect(parseVnd(text)).toEqual({ ok: false, code });
  });

  it('come back from what is shown', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (amount) =>
        expect(parseVnd(formatVnd(amount))).toEqual({ ok: true, amountVnd: amount }),
      ),
    );
  });
});

describe('prices typed on a phone', () => {
  it.each([
    ['45k', 45_000n],
    ['45 K', 45_000n],
    ['45,5k', 45_500n],
    ['45 nghìn', 45_000n],
    ['45 nghìn đồng', 45_000n],
    ['45 ngàn'.normalize('NFD'), 45_000n],
    ['45nghin', 45_000n],
    ['1 triệu', 1_000_000n],
    ['1,25 triệu', 1_250_000n],
    ['1tr2', 1_200_000n],
    ['1tr250', 1_250_000n],
    ['2tr', 2_000_000n],
    ['45.000', 45_000n],
    ['45000đ', 45_000n],
    ['45', 45n],
  ])('%j is read as %p', (text, amountVnd) => expect(parseTypedVnd(text)).toEqual({ ok: true, amountVnd }));

  it.each([
    ['', 'money.empty'],
    ['k', 'money.format'],
    ['45kk', 'money.format'],
    ['45,1234k', 'money.format'],
    ['1,5tr2', 'money.format'],
    ['-45k', 'money.format'],
    ['bốn lăm nghìn', 'money.format'],
    ['1.000k', 'money.format'],
    ['1,250 triệu', 'money.format'],
  ])('%j is not a price: %s', (text, code) => expect(parseTypedVnd(text)).toEqual({ ok: false, code }));
});
