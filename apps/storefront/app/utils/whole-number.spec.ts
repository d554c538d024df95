import { wholeNumber } from './whole-number';

describe('a whole number as people type it', () => {
  it.each([
    ['1500', 1500],
    ['1.500.000', 1_500_000],
    ['1 500', 1500],
  ])('%s', (typed, number) => {
    expect(wholeNumber(typed)).toBe(number);
  });

  it.each(['', '1,5', '-3', 'mười'])('leaves %j for the API to name as wrong', (typed) => {
    expect(wholeNumber(typed)).toBe(typed);
  });
});
