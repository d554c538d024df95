import fc from 'fast-check';
import { NET_CONTENT_UNITS } from '../packs/net-content.rules.js';
import { columnTitle, readSheetHeader, SHEET_COLUMN_CODES, type SheetCells } from './sheet-columns.js';
import { readSheetRow, SheetRepeats, type SheetPack } from './sheet-row.rules.js';

const ROW: SheetCells = { product_name: 'Mật ong hoa tràm', product_set: '4', net_content: '500', unit: 'ml', price_vnd: '160000' };
const read = (cells: SheetCells) => readSheetRow({ ...ROW, ...cells });
const pack = (cells: SheetCells = {}): SheetPack => read(cells).pack!;
const faults = (cells: SheetCells) => read(cells).faults.map(({ column, code }) => `${column} ${code}`);

describe('a row of a product sheet', () => {
  it('needs name, set, content, unit and price, and takes the rest as it comes', () => {
    expect(pack()).toEqual({
      name: 'Mật ong hoa tràm',
      setCode: '4',
      netContentValue: 500,
      netContentUnit: 'ml',
      priceVnd: 160_000,
      stock: null,
      weightGrams: null,
      brandName: null,
      standards: null,
      shelfLifeDays: null,
      description: '',
    });
    expect(readSheetRow({}).faults.map(({ column, code }) => [column, code])).toEqual(
      ['product_name', 'product_set', 'net_content', 'unit', 'price_vnd'].map((column) => [column, 'cell.missing']),
    );
  });

  it.each([
    ['13', '13'],
    ['Nhóm 13', '13'],
    ['13. Cà phê, ca cao', '13'],
    ['cà phê, ca cao', '13'],
    ['ca phe ca cao', '13'],
    ['Coffee, cocoa', '13'],
    ['04', '4'],
    ['4.0', '4'],
  ])('reads the set %j as %s', (text, code) => {
    expect(pack({ product_set: text }).setCode).toBe(code);
  });

  it.each(['0', '27', 'thực phẩm', '-4', '4 5', '13. Chè (trà)', '1e1'])('refuses the set %j', (text) => {
    expect(faults({ product_set: text })).toEqual(['product_set set.unknown']);
  });

  it('knows every unit by its code and its word, and the common other words', () => {
    for (const [code, word] of Object.entries(NET_CONTENT_UNITS))
      for (const text of [code, word, word.toUpperCase(), ` ${word} `])
        expect([text, pack({ unit: text }).netContentUnit]).toEqual([text, code]);
    for (const [text, code] of Object.entries({
      gam: 'g',
      'Ki-lô-gam': null,
      kilogam: 'kg',
      lít: 'l',
      trái: 'fruit',
      chiếc: 'piece',
      goi: 'packet',
      hop: 'box',
      bo: null,
      bò: null,
    }))
      expect([text, read({ unit: text }).pack?.netContentUnit ?? null]).toEqual([text, code]);
  });

  it.each([
    ['net_content', '0,5', 0.5],
    ['net_content', '0.125', 0.125],
    ['net_content', '1000000', 1_000_000],
    ['price_vnd', '1.234.567 ₫', 1_234_567],
    ['price_vnd', '120000', 120_000],
    ['stock', '0', 0],
    ['stock', '1.200', 1200],
    ['weight_grams', '12,0', 12],
    ['shelf_life_days', '365', 365],
  ] as const)('reads %s %j as %s', (column, text, value) => {
    const { netContentValue, priceVnd, stock, weightGrams, shelfLifeDays } = pack({ [column]: text });
    expect(
      { net_content: netContentValue, price_vnd: priceVnd, stock, weight_grams: weightGrams, shelf_life_days: shelfLifeDays }[column],
    ).toBe(value);
  });

  it.each([
    ['net_content', '1.500', 'content.number'],
    ['net_content', '0', 'content.number'],
    ['net_content', '-1', 'content.number'],
    ['net_content', '0,0005', 'content.number'],
    ['net_content', '500 ml', 'content.number'],
    ['net_content', '=1+1', 'content.number'],
    ['price_vnd', '0', 'price.number'],
    ['price_vnd', '120,5', 'price.number'],
    ['price_vnd', '-5', 'price.number'],
    ['price_vnd', '1e5', 'price.number'],
    ['price_vnd', '99999999999999', 'price.number'],
    ['stock', '-1', 'stock.number'],
    ['stock', '1,5', 'stock.number'],
    ['stock', '1000001', 'stock.number'],
    ['weight_grams', '0', 'weight.number'],
    ['shelf_life_days', '2026-01-01', 'days.number'],
    ['product_name', 'x', 'name.short'],
    ['product_name', '12345', 'name.short'],
    ['product_name', 'Mật \uFFFDng', 'cell.damaged'],
    ['product_name', 'a'.repeat(151), 'cell.too-long'],
    ['description', 'a'.repeat(4001), 'cell.too-long'],
    ['unit', 'thúng', 'unit.unknown'],
  ] as const)('refuses %s %j with %s', (column, text, code) => {
    expect(faults({ [column]: text })).toEqual([`${column} ${code}`]);
  });

  it('names every bad cell of a row', () => {
    expect(faults({ price_vnd: 'rẻ', unit: 'thúng', stock: 'nhiều' })).toEqual([
      'unit unit.unknown',
      'price_vnd price.number',
      'stock stock.number',
    ]);
  });

  it('either has a pack or names a fault, whatever is in its cells', () => {
    const cells = fc.record(
      Object.fromEntries(
        SHEET_COLUMN_CODES.map((code) => [code, fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constant(ROW[code] ?? ''))]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(cells, (given) => {
        const reading = readSheetRow(given);
        expect(reading.pack === null).toBe(reading.faults.length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('may not repeat the pack of a row above, nor put its product into another set', () => {
    const repeats = new SheetRepeats();
    expect(repeats.faultsOf(pack())).toEqual([]);
    expect(repeats.faultsOf(pack({ net_content: '1', unit: 'l' }))).toEqual([]);
    expect(repeats.faultsOf(pack({ product_name: 'MẬT ONG HOA TRÀM' }))).toEqual([{ column: 'net_content', code: 'row.twice' }]);
    expect(repeats.faultsOf(pack({ net_content: '2', product_set: '10' }))).toEqual([{ column: 'product_set', code: 'set.differs' }]);
    expect(repeats.faultsOf(pack({ product_name: 'Mật ong hoa trám' }))).toEqual([]);
  });
});

describe('a header', () => {
  it('is read by code, Vietnamese or English name, in any order, with or without marks', () => {
    expect(readSheetHeader(['price_vnd', 'TEN SAN PHAM', 'Unit', 'Ghi chú riêng', columnTitle('net_content'), 'Nhóm sản phẩm *'])).toEqual({
      at: { price_vnd: 0, product_name: 1, unit: 2, net_content: 4, product_set: 5 },
      ignored: ['Ghi chú riêng'],
      missing: [],
      twice: [],
    });
  });

  it('says which required columns are missing and which are there twice', () => {
    const { missing, twice } = readSheetHeader(['Tên sản phẩm', 'product_name', 'Giá bán (đồng)']);
    expect([missing, twice]).toEqual([['product_set', 'net_content', 'unit'], ['product_name']]);
  });
});
