import fc from 'fast-check';
import { isRealBrandName, saysSomething } from './brand-name.rules.js';

describe('real brand names', () => {
  it.each([
    'Cầu Đất Farm',
    'Trà My',
    'VICOSAP',
    'Khải Hoàn',
    'Hương Quê',
    'ST25',
    'Không Gian Xanh',
    '3 Sạch Bà Tư',
    'Mật ong Bạch Đằng',
    "H'Len",
    'Cô Ba',
  ])('%s is one', (name) => expect(isRealBrandName(name, '13')).toBe(true));

  it.each([
    '',
    ' ',
    'không',
    'KHÔNG CÓ',
    'khong co',
    'chưa có',
    'Không có nhãn hiệu',
    'n/a',
    '-',
    '...',
    '123',
    'xxx',
    'x',
    'none',
    'no brand',
    'Chưa đăng ký',
  ])('%j says nothing', (name) => expect(isRealBrandName(name, '13')).toBe(false));

  it.each([
    ['Cà phê', '13'],
    ['CÀ PHÊ, CA CAO', '13'],
    ['ca phe nguyen chat', '13'],
    ['Cà phê rang xay', '13'],
    ['Mật ong', '4'],
    ['Gạo', '3'],
    ['Nước mắm truyền thống', '9'],
    ['Rau củ quả sạch', '1'],
    ['Trà hữu cơ', '11'],
    ['Fresh flowers', '23'],
    ['Hoa', '23'],
    ['Vải, may mặc', '22'],
    ['Đồ gia dụng, trang trí', '21'],
    ['Tinh dầu và thảo dược khác', '20'],
  ])('%s (set %s) is a product type', (name, set) => expect(isRealBrandName(name, set)).toBe(false));

  it('accents decide: "Dứa" is pineapple, "Dũa" is not', () => {
    expect(isRealBrandName('Dứa', '1')).toBe(false);
    expect(isRealBrandName('Dũa', '1')).toBe(true);
  });

  it('the composed and the decomposed spelling are the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom('', 'không', 'Cầu Đất Farm', 'Cà phê', 'n/a'), fc.string()), (name) =>
        expect(saysSomething(name?.normalize('NFD'))).toBe(saysSomething(name)),
      ),
    );
  });

  it('names of one million characters do not hang', () => {
    expect(isRealBrandName('cà phê '.repeat(150_000), '13')).toBe(false);
  });
});
