import fc from 'fast-check';
import { blockHeight, fitBlock, type Paragraph } from './fit-text.js';

const widthOf = (text: string, size: number) => [...text].length * size * 0.5;
const box = { width: 48, height: 7, largest: 2.8, smallest: 1.4 };
const paragraph = (text: string, change: Partial<Paragraph> = {}): Paragraph => ({ text, scale: 1, mayBeCut: true, widthOf, ...change });
const phrase = fc.array(fc.stringMatching(/^[A-Za-zÀ-ỹ0-9]{1,30}$/), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
const bare = (lines: readonly string[]) => lines.join('').replace(/\s/g, '');

it('a short text stands on one line at the largest size', () => {
  expect(fitBlock([paragraph('Cà phê')], box)).toEqual([{ size: 2.8, lines: ['Cà phê'] }]);
});

it('what does not fit at the smallest size ends in an ellipsis', () => {
  const [{ size, lines }] = fitBlock([paragraph('rất dài '.repeat(60))], box) as [{ size: number; lines: string[] }];
  expect(size).toBe(1.4);
  expect(lines.at(-1)!.endsWith('…')).toBe(true);
});

it('a paragraph that may not be cut stays whole beside one that may', () => {
  const [long, date] = fitBlock([paragraph('rất dài '.repeat(60)), paragraph('Thu hoạch 01/11/2026', { mayBeCut: false })], box);
  expect(long!.lines.at(-1)!.endsWith('…')).toBe(true);
  expect(date!.lines).toEqual(['Thu hoạch 01/11/2026']);
});

it('keeps every word, in order, unless it says that it cut, and never leaves its box', () => {
  fc.assert(
    fc.property(phrase, phrase, fc.double({ min: 1, max: 1.3, noNaN: true }), (name, maker, scale) => {
      const fitted = fitBlock([paragraph(name, { scale }), paragraph(maker)], box);
      expect(blockHeight(fitted)).toBeLessThanOrEqual(box.height + 1e-6);
      for (const [i, { size, lines }] of fitted.entries()) {
        const whole = [name, maker][i]!.replace(/\s/g, '');
        for (const line of lines) expect(widthOf(line, size)).toBeLessThanOrEqual(box.width + 1e-9);
        if (lines.at(-1)!.endsWith('…')) expect(whole.startsWith(bare(lines).slice(0, -1))).toBe(true);
        else expect(bare(lines)).toBe(whole);
      }
    }),
  );
});

it('an empty text takes no line', () => {
  expect(fitBlock([paragraph('  ')], box)).toEqual([{ size: 2.8, lines: [] }]);
});
