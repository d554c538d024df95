import { asOftenAsTyped, typedTexts } from './typed-texts.js';

const coffee = { name: 'Cà phê Arabica Cầu Đất', provinceName: 'Tỉnh Lâm Đồng' };

describe('what shoppers type', () => {
  const texts = typedTexts(Array.from({ length: 20 }, () => coffee));

  it('is the same every time, and comes in every way of typing', () => {
    expect(typedTexts(Array.from({ length: 20 }, () => coffee))).toEqual(texts);
    expect(texts).toEqual(expect.arrayContaining(['ca phe', 'Cà phê Arabica', 'ca', 'Cà phê Lâm Đồng', 'ca phe khong co o cho']));
    expect(texts.filter((text) => /^OCOP [345] sao (Lâm Đồng|Cà phê)$/.test(text))).toHaveLength(2);
  });

  it('slips by two letters that change places', () => {
    for (const slip of [texts[7]!, texts[17]!]) expect([...slip].toSorted()).toEqual([...'ca phe arabica'].toSorted());
  });

  it('comes the n-th text 1/n as often as the first', () => {
    const asked = asOftenAsTyped(Array.from({ length: 500 }, (_, n) => String(n)));
    expect(['0', '1', '9', '499'].map((text) => asked.filter((one) => one === text).length)).toEqual([400, 200, 40, 1]);
  });
});
