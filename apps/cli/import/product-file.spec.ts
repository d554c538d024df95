import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../failure.js';
import { COLUMNS } from './columns.rules.js';
import { readProductFile } from './product-file.js';
import { templateCsv } from './template.js';

const HEADER = COLUMNS.join(',');
const rowOf = (name: string): string => `${name},HTX Mẫu,hop_tac_xa,Xã Cầu Kè,,Trà Vinh,4,2025,thuc_pham,120.000,`;
const ROW = rowOf('Mật ong');

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'choxa-list-'));
  const path = join(folder, 'list.csv');
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (content: string | Buffer) => {
    writeFileSync(path, content);
    return readProductFile(path);
  };
  const refusal = async (content: string | Buffer): Promise<string> => {
    const failure: unknown = await read(content).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).exitCode).toBe(1);
    return (failure as Failure).message;
  };
  const names = async (content: string | Buffer) => (await read(content)).rows.map(({ row, cells }) => [row, cells.product_name]);

  it('is read with or without a byte order mark, with any line ends, and without a last one', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(await names([HEADER, rowOf('Trà'), rowOf('Gạo')].join(end))).toEqual([
        [2, 'Trà'],
        [3, 'Gạo'],
      ]);
      expect(await names(`\ufeff${[HEADER, ROW].join(end)}${end}`)).toEqual([[2, 'Mật ong']]);
    }
  });

  it('counts its rows as a spreadsheet does, empty lines and line ends in cells too', async () => {
    const content = [HEADER, '', ROW, ',,,,,,,,,,', rowOf('"Mật\nong"'), '', rowOf('Gạo')].join('\n');
    expect((await names(content)).map(([row]) => row)).toEqual([3, 5, 7]);
  });

  it('may have semicolons or tabs between its cells', async () => {
    for (const delimiter of [';', '\t']) expect(await names([HEADER, ROW].join('\n').replaceAll(',', delimiter))).toEqual([[2, 'Mật ong']]);
  });

  it('may have quotes that are not doubled, and quotes around cells', async () => {
    const content = [HEADER, rowOf('Gạo "Cái quạt mo"'), rowOf('"Gạo ""Cái quạt mo"", loại 1"'), rowOf('Gạo “cong”')].join('\n');
    expect((await names(content)).map(([, name]) => name)).toEqual(['Gạo "Cái quạt mo"', 'Gạo "Cái quạt mo", loại 1', 'Gạo “cong”']);
  });

  it('names the columns it ignores', async () => {
    expect((await read(`${HEADER},Ghi chú\n${ROW},x\n`)).ignored).toEqual(['Ghi chú']);
  });

  it('that was made from the template is read', async () => {
    expect((await read(templateCsv())).rows).toHaveLength(2);
  });

  const text = [HEADER, ...Array.from({ length: 9 }, (_, n) => rowOf(`Nước mắm ${n}`))].join('\n');
  const utf16be = Buffer.from(text, 'utf16le').swap16();
  it.each<[string, string | Buffer, RegExp]>([
    ['is empty', '', /is empty/],
    ['has empty lines only', '\n\n \r\n', /is empty/],
    ['has a header only', `${HEADER}\n`, /no rows/],
    ['is UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), /wrong encoding/],
    ['is UTF-16 without a mark', Buffer.from(text, 'utf16le'), /wrong encoding/],
    ['is UTF-16 the other way round', utf16be, /wrong encoding/],
    // Windows-1258: ư is FD, and tones are bytes of their own.
    ['is Windows-1258', Buffer.from(`${HEADER}\n${ROW}\n`.replaceAll('Mật', 'M\u00e2\u00f2t'), 'latin1'), /wrong encoding/],
    [
      'is UTF-8 with a bad byte far behind',
      Buffer.concat([Buffer.from(`${text}\n`.repeat(999)), Buffer.from([0xc3, 0x28])]),
      /wrong encoding/,
    ],
    [
      'ends in the middle of a letter',
      Buffer.from(`${text}\n${rowOf('Mậ')}`).subarray(0, Buffer.byteLength(`${text}\nMậ`) - 1),
      /wrong encoding/,
    ],
    ['was turned into UTF-8 twice', Buffer.from(Buffer.from(text).toString('latin1')), /wrong encoding|missing column/],
    ['was saved as ANSI', text.replaceAll('ướ', '??').replaceAll('ắ', '?'), /wrong encoding/],
    ['is a spreadsheet', Buffer.from('PK\u0003\u0004\u0014\u0000\u0006\u0000', 'latin1'), /spreadsheet/],
    ['is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49]), /no CSV|wrong encoding/],
    ['has a zero byte far behind', `${`${text}\n`.repeat(999)}a\u0000b`, /no CSV/],
    ['lacks a column', text.replace('stars,', ''), /missing column stars/],
    ['has a title above its header', `Danh sách OCOP\n${text}`, /missing column product_name/],
    ['has a column twice', text.replace('district', 'commune').replace('price_vnd', 'district'), /missing column price_vnd/],
    ['has a column twice besides', `${HEADER},stars\n${ROW},4`, /stars is there twice/],
    ['ends with half a row', `${text}\n${ROW.slice(0, 20)}`, /row 11 has fewer or more fields/],
    ['has a row with a comma too many', `${HEADER}\n${ROW}\n${ROW},,,x\n${ROW}`, /row 3 has fewer or more/],
    ['has many bad rows', `${HEADER}\n${'a,b\n'.repeat(50)}`, /row 2, 3, 4, 5, 6… has/],
    ['has a quote that is never closed', `${HEADER}\n${rowOf('"Mật ong')}\n${ROW}`, /quote is opened/],
  ])('that %s is refused in a sentence', async (_, content, sentence) => {
    const message = await refusal(content);
    expect(message).toMatch(sentence);
    expect(message).toMatch(/^Không nhập list\.csv: .+\. \/ list\.csv was not imported: .+\.$/);
    expect(message).not.toMatch(/\n/);
  });

  it('of ten megabytes of quotes is refused at once, in little memory', async () => {
    const before = process.memoryUsage().rss;
    const began = performance.now();
    const quotes = '"'.repeat(10 * 1024 * 1024);
    for (const content of [
      quotes,
      `${HEADER}\n${quotes}`,
      `${HEADER}\n${ROW}\n"${'\n"'.repeat(5 * 1024 * 1024)}`,
      `${HEADER}\n${','.repeat(10_000_000)}`,
    ])
      expect(await refusal(content)).toMatch(/header|quote|too long|fewer or more/);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('that is not there, or is a folder, is refused in a sentence', async () => {
    mkdirSync(join(folder, 'a.csv'));
    await expect(readProductFile(join(folder, 'a.csv'))).rejects.toThrow(/it is a folder/);
    await expect(readProductFile(join(folder, 'b.csv'))).rejects.toThrow(/no such file/);
    await expect(readProductFile(join(path, 'c.csv'))).rejects.toThrow(/no such file/);
    await expect(readProductFile('/dev/zero')).rejects.toThrow(/not a plain file/);
  });
});
