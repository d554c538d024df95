import fc from 'fast-check';
import { internalNumber } from '@choxa/standards';
import { textWidth } from '../pictures/font.js';
import { LABEL_FORMAT, LABEL_FORMATS } from './label-format.js';
import { layoutLabel } from './label-layout.js';
import { A_LOT, aLabel } from './label-sheet.factory.js';

const phrase = fc.array(fc.stringMatching(/^[A-Za-zÀ-ỹ0-9]{1,30}$/), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
/** Anything a keyboard, a phone or a wrong code page can produce. */
const anyText = fc.oneof(phrase, fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ unit: 'grapheme', maxLength: 120 }));
const numbers = fc.constantFrom('08938500000010', `0${internalNumber(1)}`, '18938500000017', '00000089345672');
const lotCode = fc.stringMatching(/^[A-Z0-9-]{1,20}$/);

interface Rectangle {
  x: number;
  y: number;
  right: number;
  bottom: number;
}
const apart = (a: Rectangle, b: Rectangle) =>
  a.right <= b.x + 0.02 || b.right <= a.x + 0.02 || a.bottom <= b.y + 0.02 || b.bottom <= a.y + 0.02;

describe.each(LABEL_FORMATS)('%s', (format) => {
  it('whatever the texts are, nothing stands outside the label, over another text or in a code', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, numbers, lotCode, (productName, producerName, place, number14, code) => {
        const { width, height, texts, drawings } = layoutLabel(
          aLabel({ productName, producerName, place }, number14, { ...A_LOT, code }),
          format,
        );
        const things: Rectangle[] = [
          ...texts.map(({ text, font, x, baseline, size }) => ({
            x,
            y: baseline - size * 0.98,
            right: x + textWidth(text, size, font),
            bottom: baseline + size * 0.22,
          })),
          ...drawings.map(({ drawing, x, y, moduleMm }) => ({
            x,
            y,
            right: x + drawing.width * moduleMm,
            bottom: y + drawing.height * moduleMm,
          })),
        ];
        for (const [i, thing] of things.entries()) {
          expect(thing.x).toBeGreaterThanOrEqual(0);
          expect(thing.y).toBeGreaterThanOrEqual(0);
          expect(thing.right).toBeLessThanOrEqual(width + 1e-6);
          expect(thing.bottom).toBeLessThanOrEqual(height + 1e-6);
          for (const other of things.slice(i + 1)) expect([thing, other, apart(thing, other)]).toEqual([thing, other, true]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('an EAN-13 is printed at 100 %, and a QR code of a usual link in modules of 0.396 mm or more', () => {
    const [qr, bars] = layoutLabel(aLabel(), format).drawings;
    expect(bars!.moduleMm * bars!.drawing.width).toBeCloseTo(37.29, 3);
    expect(qr!.moduleMm).toBeGreaterThanOrEqual(0.396);
  });

  it('says what a label must say, whole', () => {
    const said = layoutLabel(aLabel(), format)
      .texts.map(({ text }) => text)
      .join(' ');
    for (const words of ['Cà phê Arabica Cầu Đất rang mộc', '500 g · Lô 261101-01', 'Thu hoạch 01/11/2026', 'HSD 01/11/2027'])
      expect(said).toContain(words);
    expect(said).toContain('Hợp tác xã Nông nghiệp Cầu Đất Xã Xuân Trường, tỉnh Lâm Đồng');
  });

  it('an internal number says on the label that it is none of GS1', () => {
    const words = (number14: string) =>
      layoutLabel(aLabel({}, number14), format).drawings.flatMap(({ drawing }) => drawing.texts.map(({ text }) => text));
    expect(words(`0${internalNumber(1)}`)).toContain('Mã nội bộ sàn – không phải mã GS1');
    expect(words('08938500000010')).not.toContain('Mã nội bộ sàn – không phải mã GS1');
  });

  it('has its labels on the page', () => {
    const { page, label, columns, rows, first } = LABEL_FORMAT[format];
    expect(first.x + columns * label.width).toBeLessThanOrEqual(page.width);
    expect(first.y + rows * label.height).toBeLessThanOrEqual(page.height);
  });
});

it.each(['roll-100x50', 'a4'] as const)('on %s the bars of a licensed number have their full height of 22.85 mm', (format) => {
  const [, bars] = layoutLabel(aLabel(), format).drawings;
  expect(bars!.drawing.bars[2]!.height * bars!.moduleMm).toBeCloseTo(22.85, 1);
});
