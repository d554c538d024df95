import { goodsWords, moneyWords } from './cancellation-words.rules.js';

describe('what a cancellation says', () => {
  it('says that nothing is to be paid only where cash was to be paid at the door', () => {
    expect(moneyWords('cod', 'due', 0).vi).toMatch(/không phải trả tiền/);
    for (const said of [moneyWords('vietqr', 'due', 0), moneyWords('vietqr', 'paid', 0), moneyWords('gateway', 'paid', 120_000)])
      expect(said.vi).not.toMatch(/không phải trả tiền/);
  });

  it('names what comes back', () => {
    expect(moneyWords('vietqr', 'paid', 232_000).vi).toMatch(/được hoàn 232\.000/);
    expect(moneyWords('vietqr', 'refund_due', 0).vi).toMatch(/sẽ được hoàn/);
  });

  it('tells one who might have transferred already where to ask for it', () => {
    expect(moneyWords('vietqr', 'due', 0).vi).toMatch(/Nếu đã trả/);
  });

  it('asks the household that has nothing left to correct its number', () => {
    for (const reason of ['out_of_stock', 'spoiled'] as const) expect(goodsWords(reason).vi).toMatch(/sửa số còn bán/);
    expect(goodsWords('changed_mind').vi).toBe('Hàng được bán lại.');
  });
});
