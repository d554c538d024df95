import { readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { create, type Font } from 'fontkit';
import fc from 'fast-check';
import { gtinFromPrefix } from '@choxa/standards';
import { FONT_FILES } from '../pictures/font.js';
import { readCodes } from '../pictures/decoder.factory.js';
import { LABEL_FORMAT, LABEL_FORMATS, type LabelFormatName } from './label-format.js';
import { layoutLabel } from './label-layout.js';
import { labelPdf } from './label-pdf.js';
import { labelPng, labelSvg } from './label-picture.js';
import { aLabel, printPages } from './label-sheet.factory.js';

const AT = new Date('2026-11-16T02:00:00Z');
/** Chunks between two looks at the memory. */
const LOOK_EVERY = 2_000;
const bytes = (copies: number, format: LabelFormatName = 'roll-50x30'): Promise<Buffer> =>
  buffer(labelPdf([{ content: aLabel(), copies }], format, AT));
const pagesIn = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    (Number(width) * 25.4) / 72,
    (Number(height) * 25.4) / 72,
  ]);

describe('the PDF', () => {
  it.each([
    ['roll-50x30', 3, 3],
    ['roll-100x50', 2, 2],
    ['a4', 25, 2],
  ] as const)('%s: %s labels on %s pages of exactly its size', async (format, copies, pages) => {
    const sizes = pagesIn(await bytes(copies, format));
    expect(sizes).toHaveLength(pages);
    for (const [width, height] of sizes) {
      expect(width).toBeCloseTo(LABEL_FORMAT[format].page.width, 3);
      expect(height).toBeCloseTo(LABEL_FORMAT[format].page.height, 3);
    }
  });

  it('gives the same bytes for the same labels', async () => {
    expect((await bytes(2)).equals(await bytes(2))).toBe(true);
  });

  it('texts no font knows are printed too, as boxes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 120 }), { minLength: 20, maxLength: 24 }), async (names) => {
        const batches = names.map((productName) => ({ content: aLabel({ productName }), copies: 1 }));
        expect(await printPages(await buffer(labelPdf(batches, 'a4', AT)))).toHaveLength(1);
      }),
      { numRuns: 1 },
    );
  });

  it('10,000 labels of 100 kinds come page by page, with bounded memory however slow the reader is', async () => {
    const batches = Array.from({ length: 100 }, (_, i) => ({ content: aLabel({}, `0${gtinFromPrefix('8938500', i)}`), copies: 100 }));
    const heldMb = (): number => (process.memoryUsage().heapUsed + process.memoryUsage().external) / 1024 ** 2;
    const before = heldMb();
    let most = 0;
    let pages = 0;
    let chunks = 0;
    const count = new Writable({
      write(chunk: Buffer, _, done) {
        pages += chunk.toString('latin1').split('/Type /Page\n').length - 1;
        if (++chunks % LOOK_EVERY === 0) most = Math.max(most, heldMb() - before);
        setImmediate(done);
      },
    });
    await pipeline(labelPdf(batches, 'roll-50x30', AT), count);
    expect(pages).toBe(10_000);
    expect(most).toBeLessThan(160);
  });

  it('stops drawing when its reader goes away', async () => {
    const pdf = labelPdf([{ content: aLabel(), copies: 10_000 }], 'roll-50x30', AT);
    for await (const chunk of pdf) {
      expect(String(chunk)).toContain('%PDF');
      break;
    }
    expect(pdf.destroyed).toBe(true);
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

describe('a label as a picture', () => {
  it.each(LABEL_FORMATS)('%s: the PNG is read back to the number and the link', async (format) => {
    const label = aLabel();
    expect((await readCodes(await labelPng(layoutLabel(label, format)))).toSorted()).toEqual(['8938500000010', label.link].toSorted());
  });

  it('the SVG is in millimetres', () => {
    expect(labelSvg(layoutLabel(aLabel(), 'roll-100x50'))).toMatch(/^<svg [^>]*width="100mm" height="50mm" viewBox="0 0 100 50">/);
  });
});
