import { createHash } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { aFile, aTable } from './a-file.factory.js';
import { hashOf } from './canonical-csv.rules.js';
import { csvFile } from './csv-file.js';
import { partsOf, wholeFile, withoutRows } from './file-parts.rules.js';
import { MOST_PRINTED, pdfFile } from './pdf-file.js';
import { pdfTexts, xlsxParts } from './read-files.factory.js';
import { xlsxFile } from './xlsx-file.js';

const HOSTILE = ['=1+1', '@SUM(A1:A9)', "+cmd|' /C calc'!A0", '-2+3', '\t=1+1', '\r=1+1', 'Trà;=HYPERLINK("http://x.test")', '=cmd|x'];
const hostile = aFile(aTable({ rows: HOSTILE.map((product) => ({ product, lines: 1, value: 1, share: '1.00', day: product })) }));

describe('the three forms of a table', () => {
  it('say what they are, of when, how counted, and the same hash', async () => {
    const file = aFile();
    const csv = csvFile(file).toString();
    const [page] = await pdfTexts(await pdfFile(file));
    const notes = JSON.stringify(await readSheet(await xlsxFile(file), 2));
    for (const words of ['Sản phẩm thiếu nhãn', '2026-Q3', 'Cả nước', '12.1', 'Numerator over denominator', hashOf(file)])
      for (const form of [csv, page, notes]) expect(form).toContain(words);
    expect(page).toMatch(/Tử số \/ Numerator: 2 · Mẫu số \/ Denominator: 3 · Kết quả \/ Value: 66,66 % .*trang \/ page 1\/1/);
  });

  it('have the hash that the rows of the CSV have when a person computes it', () => {
    const file = aFile();
    const [rows, notes] = csvFile(file).toString('utf8').slice(1).split('\r\n\r\n');
    expect(notes).toContain(hashOf(file));
    expect(hashOf(file)).toBe(createHash('sha256').update(`${rows}\r\n`).digest('hex'));
  });

  it('are made of the same rows after they went to another thread in parts', () => {
    const rows = Array.from({ length: 2001 }, (_, n) => ({ product: `Sản phẩm số ${n}`, lines: n }));
    const file = aFile(aTable(), aTable({ rows: [] }), aTable({ rows }));
    const parts = [...partsOf(file)];
    expect(parts.map((part) => [part.table, part.rows.length])).toEqual([
      [0, 2],
      [2, 1000],
      [2, 1000],
      [2, 1],
    ]);
    expect(wholeFile(structuredClone(withoutRows(file)), structuredClone(parts))).toEqual(file);
  });

  it('carry no formula, whatever somebody typed', async () => {
    const { sheets, texts } = xlsxParts(await xlsxFile(hostile));
    expect(sheets.join()).not.toMatch(/<f[ >]/);
    expect(sheets.join('') + texts).toContain('=1+1');
    const cells = await readSheet(await xlsxFile(hostile), 1);
    expect(cells.slice(2).map(([product]) => typeof product)).toEqual(HOSTILE.map(() => 'string'));
    for (const line of csvFile(hostile).toString('utf8').slice(1).split('\r\n'))
      for (const cell of line.split(/[,;]/)) expect(cell.replace(/^\s*"?\s*/, '')).not.toMatch(/^[=+\-@\t\r]/);
  });

  it('keep numbers numbers', async () => {
    const [, , first, second] = await readSheet(await xlsxFile(aFile()), 1);
    expect(first).toEqual(['Gạo ST25', 3, 1_234_567, 66.66, '2026-09-30']);
    expect(second).toEqual(['Cà phê Arabica Cầu Đất', 1, null, null, null]);
  });

  it('print the first rows of a long table, the head and the hash on every page', async () => {
    const rows = Array.from({ length: MOST_PRINTED + 1 }, (_, n) => ({ product: `Sản phẩm số ${n}`, lines: n }));
    const file = aFile(aTable({ rows }));
    const pages = await pdfTexts(await pdfFile(file));
    expect(pages.length).toBeGreaterThan(30);
    for (const page of pages.slice(0, -1)) expect(page).toMatch(new RegExp(`Sản phẩm / Product.*SHA-256 ${hashOf(file)}`));
    expect(pages.join(' ')).toContain('Sản phẩm số 1999');
    expect(pages.join(' ')).not.toContain('Sản phẩm số 2000');
    expect(pages.join(' ')).toContain(`${MOST_PRINTED} dòng đầu trong ${MOST_PRINTED + 1} dòng`);
  });

  it('print every word of a cell, one that is longer than a page too', async () => {
    const words = Array.from({ length: 900 }, (_, n) => `chữ${n}`);
    const text = (await pdfTexts(await pdfFile(aFile(aTable({ rows: [{ product: words.join(' ') }] }))))).join(' ');
    expect(words.filter((word) => !text.includes(word))).toEqual([]);
  });
});
