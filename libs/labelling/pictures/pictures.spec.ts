import fc from 'fast-check';
import sharp from 'sharp';
import { buildDigitalLink, displayNumber, gs1CheckDigit, internalNumber } from '@choxa/standards';
import { readCodes as read } from './decoder.factory.js';
import { barcodeDrawing } from './barcode-drawing.js';
import { qrDrawing } from './qr-drawing.js';
import { toPng, toSvg } from './render.js';

const fromSvg = (svg: string) => sharp(Buffer.from(svg), { density: 300 }).png().toBuffer();
const withCheckDigit = (body: string) => body + gs1CheckDigit(body);
const number14 = (digits: string) => digits.padStart(14, '0');

describe('pictures of numbers, read back by zxing', () => {
  it.each([
    ['13 digits', '8938500000010'],
    ['12 digits, drawn as EAN-13', withCheckDigit('01234567890')],
    ['8 digits', '89345672'],
    ['14 digits of an outer case', '18938500000017'],
    ['an internal number', internalNumber(42)],
  ])('%s: PNG and SVG', async (_, digits) => {
    const drawing = barcodeDrawing(number14(digits));
    const expected = displayNumber(number14(digits));
    for (const png of [await toPng(drawing), await fromSvg(toSvg(drawing))]) {
      const [text] = await read(png);
      expect(number14(text ?? 'nothing read')).toBe(number14(expected));
    }
  });

  it('any 13-digit body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[1-9][0-9]{11}$/), async (body) => {
        const digits = withCheckDigit(body);
        expect(await read(await toPng(barcodeDrawing(number14(digits))))).toEqual([digits]);
      }),
      { numRuns: 40 },
    );
  });

  it('links of lots: PNG and SVG', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[A-Za-z0-9\-./_]{3,20}$/), async (lot) => {
        const link = buildDigitalLink('https://choxa.vn', { gtin: '08938500000010', lot, attributes: { 17: '271231' } });
        const drawing = qrDrawing(link);
        expect(await read(await toPng(drawing))).toEqual([link]);
        expect(await read(await fromSvg(toSvg(drawing)))).toEqual([link]);
      }),
      { numRuns: 15 },
    );
  });
});

describe('print sizes', () => {
  it('an EAN-13 is 37.29 mm wide: 11X quiet zone, 95X bars, 7X quiet zone at 0.330 mm', () => {
    const drawing = barcodeDrawing('08938500000010');
    expect(drawing.width * drawing.moduleMm).toBeCloseTo(37.29, 2);
    const first = Math.min(...drawing.bars.map((bar) => bar.x));
    const last = Math.max(...drawing.bars.map((bar) => bar.x + bar.width));
    expect([first, last, drawing.width - last]).toEqual([11, 106, 7]);
    expect(toSvg(drawing)).toContain('width="37.29mm"');
  });

  it('nothing is drawn outside the picture, and no digit in the bars', () => {
    for (const number of ['08938500000010', '00000089345672', '18938500000017', number14(internalNumber(7))]) {
      const { width, height, bars, texts } = barcodeDrawing(number);
      for (const bar of bars) expect(bar.x >= 0 && bar.x + bar.width <= width && bar.y + bar.height <= height).toBe(true);
      for (const text of texts) expect(text.baseline).toBeLessThan(height);
    }
  });

  it('a QR code keeps four white modules on every side', () => {
    const { width, bars } = qrDrawing('https://choxa.vn/t/0400000000015');
    expect(Math.min(...bars.map((bar) => bar.x))).toBe(4);
    expect(Math.max(...bars.map((bar) => bar.x + bar.width))).toBe(width - 4);
  });

  it('pictures have a white ground, not a transparent one', async () => {
    const png = await toPng(barcodeDrawing('08938500000010'));
    expect((await sharp(png).metadata()).hasAlpha).toBe(false);
    const data = await sharp(png).raw().toBuffer();
    expect(data[0]).toBe(255);
  });
});

it('the same number gives the same bytes', async () => {
  expect(toSvg(barcodeDrawing('08938500000010'))).toBe(toSvg(barcodeDrawing('08938500000010')));
  expect((await toPng(barcodeDrawing('08938500000010'))).equals(await toPng(barcodeDrawing('08938500000010')))).toBe(true);
});

it('an internal number carries the words that say so; a licensed one does not', () => {
  const words = (number: string) => barcodeDrawing(number).texts.map(({ text }) => text);
  expect(words(number14(internalNumber(1)))).toContain('Mã nội bộ sàn – không phải mã GS1');
  expect(words('08938500000010').join('')).toBe('8938500000010');
});
