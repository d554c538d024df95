import { cellsOfRecord, COLUMNS, readHeader, type Header } from './columns.rules.js';
import { templateCsv } from './template.js';

const header = (line: string): Header => readHeader(line, COLUMNS) as Header;

describe('the header of a list', () => {
  it.each([',', ';', '\t'] as const)('is found with %j between its names', (delimiter) => {
    expect(readHeader(COLUMNS.join(delimiter), COLUMNS)).toMatchObject({ delimiter, width: 11, ignored: [] });
  });

  it('may name the columns in any order and case, and others, which are named and ignored', () => {
    const read = header(`Ghi chú,"${COLUMNS.toReversed().join('","').toUpperCase()}",Product Note`);
    expect(read).toMatchObject({ width: 13, ignored: ['Ghi chú', 'Product Note'] });
    expect(read.at.product_name).toBe(11);
    expect(header(COLUMNS.join(',').replaceAll('_', ' ')).at.product_name).toBe(0);
    expect(header(`\ufeff${COLUMNS.join(',')}`).at.product_name).toBe(0);
  });

  it.each(COLUMNS)('lacking %s names it', (column) => {
    expect(readHeader(COLUMNS.filter((other) => other !== column).join(';'), COLUMNS)).toEqual({ missing: [column] });
  });

  it('is refused where a column is there twice', () => {
    expect(readHeader([...COLUMNS, 'stars'].join(','), COLUMNS)).toEqual({ twice: 'stars' });
  });

  it.each(['', '"', 'a,b,c', '\u0000', '"""""', 'Danh sách sản phẩm OCOP năm 2025'])('is not %j', (line) => {
    expect(readHeader(line, COLUMNS)).toEqual({ missing: [...COLUMNS] });
  });
});

describe('the cells of a record', () => {
  const plain = header(COLUMNS.join(','));
  const record = COLUMNS.map((column) => `<${column}>`);

  it('are those of the header', () => {
    expect(cellsOfRecord(record, plain)).toEqual(Object.fromEntries(COLUMNS.map((column) => [column, `<${column}>`])));
  });

  it('are none of half a record, or of one with more than the header', () => {
    expect(cellsOfRecord(record.slice(0, 10), plain)).toBeNull();
    expect(cellsOfRecord([...record, 'x'], plain)).toBeNull();
    expect(cellsOfRecord([...record, '', ' '], plain)).not.toBeNull();
  });
});

it('the template has all columns', () => {
  expect(readHeader(templateCsv().split('\r\n')[0]!, COLUMNS)).toMatchObject({ width: 11, ignored: [] });
});
