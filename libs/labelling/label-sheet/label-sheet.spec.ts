import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { create, type Font } from 'fontkit';
import fc from 'fast-check';
import sharp from 'sharp';
import { gs1CheckDigit, internalNumber } from '@choxa/standards';
import { FONT_FILES, textOutline, textWidth } from '../pictures/font.js';
import { packLink } from '../trace/trace-link.rules.js';
import { readCodes } from '../pictures/decoder.factory.js';
import { fitText, heightOf } from './fit-text.js';
import { LABEL_MM, layoutLabel, type LabelContent, type LabelLayout } from './label-layout.js';
import { labelPdf } from './label-pdf.js';

const LOT = {
  code: '261101-01',
  producedOn: '2026-11-01',
  producedKind: 'harvest' as const,
  expiresOn: '2027-11-01',
  traceCode: 'ABCDEFGHJK',
};

function content(change: Partial<LabelContent> = {}, number14 = '08938500000010'): LabelContent {
  const barcode = { kind: number14.startsWith('004') ? ('internal' as const) : ('gtin' as const), number14 };
  return {
    productName: 'Cà phê Arabica Cầu Đất rang mộc',
    netContent: '500 g',
    producerName: 'Hợp tác xã Nông nghiệp Cầu Đất',
    place: 'Xã Xuân Trường, tỉnh Lâm Đồng',
    barcode,
    link: packLink('https://choxa.vn', barcode, LOT),
    lot: LOT,
    ...change,
  };
}

const layout = (of: LabelContent) => layoutLabel(of, (text, font, size) => textWidth(text, size, font));

/** The label as it comes out of a printer of `dpi`: an independent drawing of the same layout. */
async function print({ width, height, texts, drawings }: LabelLayout, dpi: number): Promise<Buffer> {
  const paths = [
    ...texts.map(({ text, x, baseline, size, font }) => textOutline(text, { x: x + textWidth(text, size, font) / 2, baseline, size })),
    ...drawings.flatMap(({ drawing, x, y, moduleMm: mm }) => [
      ...drawing.bars.map((bar) => `M${x + bar.x * mm} ${y + bar.y * mm}h${bar.width * mm}v${bar.height * mm}h${-bar.width * mm}z`),
      ...drawing.texts.map((text) =>
        textOutline(text.text, { x: x + text.x * mm, baseline: y + text.baseline * mm, size: text.size * mm }),
      ),
    ]),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"><path fill="#fff" d="M0 0h${width}v${height}H0z"/><path d="${paths.join('')}"/></svg>`;
  return sharp(Buffer.from(svg), { density: dpi }).png().toBuffer();
}

describe('a printed label is read back by zxing', () => {
  it.each([
    ['13 digits', '08938500000010', '8938500000010'],
    ['an internal number', `0${internalNumber(7)}`, internalNumber(7)],
    ['8 digits', '00000089345672', '89345672'],
  ])('%s at 300 dpi: bars and QR code', async (_, number14, digits) => {
    const label = content({}, number14);
    const texts = await readCodes(await print(layout(label), 300));
    expect(texts).toContain(label.link);
    expect(texts.map((text) => text.padStart(14, '0'))).toContain(digits.padStart(14, '0'));
  });

  it('any lot of any number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[1-9][0-9]{11}$/), fc.stringMatching(/^[A-Z0-9-]{1,20}$/), async (body, code) => {
        const number14 = `0${body}${gs1CheckDigit(body)}`;
        fc.pre(!['2', '05', '98', '99', '951'].some((range) => body.startsWith(range)));
        const barcode = { kind: 'gtin' as const, number14 };
        const label = content({ barcode, link: packLink('https://choxa.vn', barcode, { ...LOT, code }), lot: { ...LOT, code } });
        const texts = await readCodes(await print(layout(label), 300));
        expect(texts.toSorted()).toEqual([label.link, number14.slice(1)].toSorted());
      }),
      { numRuns: 8 },
    );
  });
});

const word = fc.stringMatching(/^[A-Za-zÀ-ỹ0-9]{1,30}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
/** Anything a keyboard, a phone or a wrong code page can produce. */
const anyText = fc.oneof(phrase, fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ unit: 'grapheme', maxLength: 120 }));

it('whatever the texts are, nothing stands outside the label, on another line or in the codes', () => {
  fc.assert(
    fc.property(
      anyText,
      anyText,
      anyText,
      fc.constantFrom('08938500000010', `0${internalNumber(1)}`, '18938500000017'),
      (name, producer, place, number14) => {
        const { texts, drawings } = layout(content({ productName: name, producerName: producer, place }, number14));
        for (const { text, font, x, baseline, size } of texts) {
          expect(x + textWidth(text, size, font)).toBeLessThanOrEqual(LABEL_MM.width - 1 + 1e-6);
          expect(baseline - size).toBeGreaterThan(-0.2);
        }
        const codesTop = Math.min(...drawings.map(({ y }) => y));
        const above = texts.filter(({ text }) => !text.startsWith('GTIN '));
        for (const { baseline, size } of above) expect(baseline + size * 0.22).toBeLessThanOrEqual(codesTop + 0.01);
        above.slice(1).forEach(({ baseline, size }, i) => expect(baseline - size * 0.98).toBeGreaterThanOrEqual(above[i]!.baseline - 0.01));
        for (const { drawing, x, y, moduleMm } of drawings) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + drawing.width * moduleMm).toBeLessThanOrEqual(LABEL_MM.width);
          expect(y + drawing.height * moduleMm).toBeLessThanOrEqual(LABEL_MM.height);
        }
      },
    ),
    { numRuns: 25 },
  );
});

it('bars and QR code keep their quiet zones apart and their modules large enough', () => {
  const [qr, bars] = layout(content()).drawings;
  expect(bars!.x + bars!.drawing.width * bars!.moduleMm).toBeLessThanOrEqual(qr!.x);
  expect(bars!.moduleMm).toBeGreaterThanOrEqual(0.264);
  expect(qr!.moduleMm).toBeCloseTo(0.396, 3);
});

it('an internal number says on the label that it is none of GS1', () => {
  const words = (number14: string) =>
    layout(content({}, number14)).drawings.flatMap(({ drawing }) => drawing.texts.map(({ text }) => text));
  expect(words(`0${internalNumber(1)}`)).toContain('Mã nội bộ sàn – không phải mã GS1');
  expect(words('08938500000010')).not.toContain('Mã nội bộ sàn – không phải mã GS1');
});

describe('fitting text', () => {
  const widthOf = (text: string, size: number) => [...text].length * size * 0.5;
  const box = { width: 48, height: 4.5, maxLines: 2, largest: 2.8, smallest: 1.4 };

  it('a short text stands on one line at the largest size', () => {
    expect(fitText('Cà phê', box, widthOf)).toEqual({ size: 2.8, lines: ['Cà phê'] });
  });

  it('what does not fit at the smallest size ends in an ellipsis', () => {
    const { size, lines } = fitText('rất dài '.repeat(60), box, widthOf);
    expect(size).toBe(1.4);
    expect(lines.at(-1)!.endsWith('…')).toBe(true);
  });

  it('keeps every word, in order, unless it says that it cut', () => {
    fc.assert(
      fc.property(phrase, (text) => {
        const { size, lines } = fitText(text, box, widthOf);
        for (const line of lines) expect(widthOf(line, size)).toBeLessThanOrEqual(box.width + 1e-9);
        expect(lines.length).toBeLessThanOrEqual(2);
        expect(heightOf(lines.length, size)).toBeLessThanOrEqual(box.height + 1e-6);
        const whole = lines.join('').replace(/\s/g, '');
        if (lines.at(-1)!.endsWith('…')) expect(text.replace(/\s/g, '').startsWith(whole.slice(0, -1))).toBe(true);
        else expect(whole).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  it('an empty text takes no line', () => {
    expect(fitText('  ', box, widthOf).lines).toEqual([]);
  });
});

it('texts no font knows are printed too, as boxes', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (name) => {
      expect((await buffer(labelPdf(content({ productName: name }), 1, new Date(0)))).subarray(0, 5).toString()).toBe('%PDF-');
    }),
    { numRuns: 12 },
  );
});

describe('the PDF', () => {
  const AT = new Date('2026-11-16T02:00:00Z');
  const bytes = (of: LabelContent, copies: number): Promise<Buffer> => buffer(labelPdf(of, copies, AT));

  it('has one page of exactly 50 × 30 mm per copy', async () => {
    const text = (await bytes(content(), 3)).toString('latin1');
    const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [Number(width), Number(height)]);
    expect(boxes).toHaveLength(3);
    for (const [width, height] of boxes) {
      expect((width! * 25.4) / 72).toBeCloseTo(50, 3);
      expect((height! * 25.4) / 72).toBeCloseTo(30, 3);
    }
  });

  it('gives the same bytes for the same label', async () => {
    expect((await bytes(content(), 2)).equals(await bytes(content(), 2))).toBe(true);
  });

  it('500 copies come as a stream, in a few seconds', async () => {
    const text = (await bytes(content(), 500)).toString('latin1');
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(500);
  });

  it('its fonts have every letter of Vietnamese', async () => {
    const letters = 'aăâeêioôơuưyđ'
      .split('')
      .flatMap((base) => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (base + tone).normalize('NFC')));
    for (const file of Object.values(FONT_FILES)) {
      const font = create(await readFile(file)) as Font;
      for (const letter of [...letters, ...letters.map((small) => small.toUpperCase()), '–', '…', '·'])
        if ([...letter].length === 1) expect([letter, font.hasGlyphForCodePoint(letter.codePointAt(0)!)]).toEqual([letter, true]);
    }
  });
});
