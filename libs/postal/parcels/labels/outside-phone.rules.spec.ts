import { outsidePhone } from './outside-phone.rules.js';

describe('a telephone on the outside', () => {
  it('shows its last three digits, enough to tell two neighbours apart', () => {
    expect(outsidePhone('+84987654321', false)).toBe('••• ••• 321');
  });

  it('is whole where the operator wants it so', () => {
    expect(outsidePhone('+84987654321', true)).toBe('0987654321');
  });
});
