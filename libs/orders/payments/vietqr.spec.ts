import { vietQrText } from './vietqr.js';

describe('the text of a VietQR code', () => {
  it('is the golden one of NAPAS’s format, for 125,000 ₫ with a reference', () => {
    expect(vietQrText({ bankBin: '970416', accountNumber: '257678859', amountVnd: 125_000, reference: 'DH000123' })).toBe(
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA530370454061250005802VN62120808DH0001236304044B',
    );
  });
});
