import fc from 'fast-check';
import { wrapped } from './wrapped-text.rules.js';

const letters = (text: string): number => [...text].length;

describe('a wrapped text', () => {
  it('is cut between words, and inside a word that no line holds', () => {
    expect(wrapped('Cà phê Arabica Cầu Đất', 12, letters)).toEqual(['Cà phê', 'Arabica Cầu', 'Đất']);
    expect(wrapped('a 0123456789', 4, letters)).toEqual(['a', '0123', '4567', '89']);
    expect(wrapped('', 4, letters)).toEqual([]);
  });

  it('loses nothing and is never wider than a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, width) => {
        const lines = wrapped(text, width, letters);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.every((line) => letters(line) <= width)).toBe(true);
      }),
    );
  });
});
