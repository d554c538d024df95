import { deflateRawSync } from 'node:zlib';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven, type GivenHousehold } from '../catalogue.factory.js';
import { columnTitle, SHEET_COLUMN_CODES } from './sheet-columns.js';

describe('product sheets', () => {
  let given: CatalogueGiven<World>;
  let household: GivenHousehold;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
  });
  afterAll(() => given.world.close());
  beforeEach(async () => {
    household = await given.household();
  });

  const HEAD = 'Tên sản phẩm,Nhóm sản phẩm,Khối lượng,net_content,unit,price_vnd,stock';
  const csv = (...rows: string[]): Buffer => Buffer.from([HEAD, ...rows].join('\n'));
  const xlsx = (rows: unknown[][]): Promise<Buffer> => writeXlsxFile(rows as never).toBuffer();

  async function send(bytes: Buffer, { as = household.as, name = 'hang.csv', field = 'file' } = {}) {
    const head = `--ranh\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--ranh--\r\n')]);
    return given.world.http('POST', '/household/product-sheets', {
      as,
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=ranh' },
    });
  }
  const path = (id: string, rest = '') => `/household/product-sheets/${id}${rest}`;
  async function bring(bytes: Buffer) {
    const { body } = await send(bytes);
    expect((await given.world.http('POST', path(body.id, '/import'), { as: household.as })).status).toBe(202);
    await given.world.drain();
    return (await given.world.http('GET', path(body.id), { as: household.as })).body;
  }
  const packs = () =>
    sql<{ name: string; state: string; content: string; price: number; onHand: number }>(
      given.world.db.read,
      `select product.name, product.state, listing.net_content as content, listing.price_vnd as price, on_hand as "onHand"
         from catalogue.listing join catalogue.product on product.id = listing.product_id
        where product.household_id = $1 order by product.name, listing.price_vnd`,
      [household.id],
    );

  it('shows each bad cell before anything becomes a product', async () => {
    const { status, body } = await send(csv('Chè Shan,11,,200,g,150000,5', 'Chè Shan,11,,tạ,g,rẻ,5', ',11,,100,thúng,1000,'));
    expect([status, body]).toMatchObject([
      201,
      { state: 'previewed', rows: 3, goodRows: 1, faultyRows: 2, ignoredColumns: ['Khối lượng'] },
    ]);
    const { data } = (await given.world.http('GET', path(body.id, '/rows?faulty=true'), { as: household.as })).body;
    expect(
      data.map(({ row, cells }: { row: number; cells: { column: string; fault: string | null }[] }) => [
        row,
        cells.flatMap(({ column, fault }) => (fault ? [[column, fault]] : [])),
      ]),
    ).toEqual([
      [
        3,
        [
          ['net_content', 'content.number'],
          ['price_vnd', 'price.number'],
        ],
      ],
      [
        4,
        [
          ['product_name', 'cell.missing'],
          ['unit', 'unit.unknown'],
        ],
      ],
    ]);
    expect(await packs()).toEqual([]);
  });

  it('brings in the good rows as drafts, several packs of one name under one product', async () => {
    const done = await bring(
      csv('Chè Shan,11,,200,g,150.000,5', '"Chè  shan",11,,"0,5",kg,350.000đ,', 'Giỏ cói,21,,1,cái,95000,3', 'x,11,,1,g,1,1'),
    );
    expect(done).toMatchObject({ state: 'done', rows: 4, goodRows: 3, writtenRows: 3, created: 3, updated: 0, same: 0 });
    expect(await packs()).toEqual([
      { name: 'Chè Shan', state: 'draft', content: '200 g', price: 150_000, onHand: 5 },
      { name: 'Chè Shan', state: 'draft', content: '0,5 kg', price: 350_000, onHand: 0 },
      { name: 'Giỏ cói', state: 'draft', content: '1 cái', price: 95_000, onHand: 3 },
    ]);
  });

  it('changes only price and stock of what is there, and nothing when sent again', async () => {
    await bring(csv('Chè Shan,11,,200,g,150000,5', 'Chè Shan,11,,500,g,350000,7'));
    const second = csv('Chè Shan,11,,200,g,160000,', 'Chè Shan,11,,500,g,350000,9');
    expect(await bring(second)).toMatchObject({ created: 0, updated: 2, same: 0 });
    expect((await packs()).map(({ price, onHand }) => [price, onHand])).toEqual([
      [160_000, 5],
      [350_000, 9],
    ]);
    expect(await bring(second)).toMatchObject({ created: 0, updated: 0, same: 2 });
  });

  it('is brought in once, however often the household says go', async () => {
    const { body } = await send(csv('Chè Shan,11,,200,g,150000,5'));
    await Promise.all(Array.from({ length: 5 }, () => given.world.http('POST', path(body.id, '/import'), { as: household.as })));
    await given.world.drain();
    await given.world.http('POST', path(body.id, '/import'), { as: household.as });
    await given.world.drain();
    expect(await packs()).toHaveLength(1);
  });

  it('gives the faulty rows back as a file that can be put right and sent again', async () => {
    const { body } = await send(csv('Chè Shan,11,,200,g,150000,5', '"=HYPERLINK(""http://x"")",11,,tạ,g,1000,', '@SUM(A1),99,,1,g,1000,'));
    const file = await given.world.http('GET', path(body.id, '/faulty-rows.xlsx'), { as: household.as });
    expect([file.status, file.headers['content-disposition']]).toEqual([200, 'attachment; filename="can-sua.xlsx"']);
    const [head, ...rows] = await readSheet(file.bytes);
    expect(head!.slice(0, SHEET_COLUMN_CODES.length)).toEqual(SHEET_COLUMN_CODES.map(columnTitle));
    expect(rows.map((cells) => cells[0])).toEqual(['=HYPERLINK("http://x")', '@SUM(A1)']);
    // Text cells, not formulas: a spreadsheet shows them and computes nothing.
    expect(given.world && file.bytes.includes('<f>')).toBe(false);
    const mended = await xlsx([head!, rows[0]!.map((cell, n) => (n === 2 ? 100 : cell))]);
    expect((await send(mended)).body).toMatchObject({ rows: 1, goodRows: 1 });
  });

  it('has a template whose own rows are good', async () => {
    const template = await given.world.http('GET', '/household/product-sheets/template.xlsx', { as: household.as });
    expect((await send(template.bytes, { name: 'mau.xlsx' })).body).toMatchObject({ rows: 2, goodRows: 2, ignoredColumns: [] });
  });

  it('is not found by another household', async () => {
    const { body } = await send(csv('Chè Shan,11,,200,g,150000,5'));
    const other = await given.household();
    for (const [method, rest] of [
      ['GET', ''],
      ['GET', '/rows'],
      ['GET', '/faulty-rows.xlsx'],
      ['POST', '/import'],
    ] as const)
      expect((await given.world.http(method, path(body.id, rest), { as: other.as })).status).toBe(404);
  });

  it('takes as many batches as it needs', async () => {
    const rows = Array.from({ length: 1_100 }, (_, n) => `Chè số ${n},11,,200,g,150000,5`);
    expect(await bring(csv(...rows))).toMatchObject({ state: 'done', created: 1_100 });
    expect(await packs()).toHaveLength(1_100);
  });

  const hostile: [name: string, bytes: () => Promise<Buffer> | Buffer, code: string][] = [
    ['an empty file', () => Buffer.alloc(0), 'sheet.empty'],
    ['a header alone', () => csv(), 'sheet.empty'],
    ['a picture', () => Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0', 'latin1'), 'sheet.unreadable'],
    ['a CSV in UTF-16', () => Buffer.from(`\ufeff${HEAD}\na`, 'utf16le'), 'sheet.encoding'],
    ['a CSV in an old code page', () => Buffer.from('T\xean,nh\xf3m\n', 'latin1'), 'sheet.encoding'],
    ['a list without its columns', () => Buffer.from('a,b\n1,2'), 'sheet.columns'],
    ['ten megabytes of quotes', () => Buffer.concat([csv(''), Buffer.alloc(10 * 1024 * 1024, '"')]), 'sheet.unreadable'],
    ['a workbook cut in half', async () => half(await xlsx([HEAD.split(','), ['a']])), 'sheet.unreadable'],
    ['an archive that is no workbook', () => archive({ 'a.txt': Buffer.from('a') }), 'sheet.unreadable'],
    [
      'an archive that unpacks to 200 megabytes',
      () => archive({ 'xl/worksheets/sheet1.xml': Buffer.alloc(200 * 1024 ** 2) }),
      'sheet.too-large',
    ],
    ['a cell at the far end of the sheet', () => archive({ 'xl/worksheets/sheet1.xml': far('<c r="XFD1048576"/>') }), 'sheet.too-large'],
    ['a size nobody fills', () => archive({ 'xl/worksheets/sheet1.xml': far('<dimension   ref="A1:K1048576"/>') }), 'sheet.too-large'],
    ['20,001 rows', () => csv(...Array.from({ length: 20_001 }, (_, n) => `A${n},11,,1,g,1,1`)), 'sheet.too-large'],
  ];
  it.each(hostile)('refuses %s, and keeps nothing', async (_name, bytes, code) => {
    const before = process.memoryUsage().rss;
    const file = await bytes();
    const { status, body } = await send(file);
    expect([status, body.code]).toEqual([422, code]);
    expect(await sql(given.world.db.read, 'select 1 from catalogue.product_sheet where household_id = $1', [household.id])).toEqual([]);
    expect(process.memoryUsage().rss - before - file.length).toBeLessThan(200 * 1024 * 1024);
  });

  it('names the columns that are missing', async () => {
    const { body } = await send(Buffer.from('Tên sản phẩm,Giá bán (đồng),Tên sản phẩm\na,1,b'));
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
      ['/product_set', 'missing'],
      ['/net_content', 'missing'],
      ['/unit', 'missing'],
      ['/product_name', 'twice'],
    ]);
  });
});

const half = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length / 2);
const far = (inner: string): Buffer => Buffer.from(`<worksheet><sheetData>${' '.repeat(40_000)}${inner}</sheetData></worksheet>`);

/** A ZIP archive of these files, which claims that they are empty. */
function archive(files: Record<string, Buffer>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    centrals.push(central, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(centrals.length / 2, 8);
  end.writeUInt16LE(centrals.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
