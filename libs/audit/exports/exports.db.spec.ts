import { SellerOrderDelivered, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { readSheet } from 'read-excel-file/node';
import { aDelivery, aLabelWithoutLot, aTradedLine } from '../facts/events.factory.js';
import { auditLib, AuditModule } from '../index.js';
import { pdfTexts, xlsxParts } from './read-files.factory.js';
import { REPORT_KEY } from './report.js';
import { AUDIT_TABLES } from './tables.js';

const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
const ofCanTho = anActor({ role: 'official', scopeKind: 'province', scopeId: '92' });
const HOSTILE = '=HYPERLINK("http://x.test","Gạo")';

describe('tables as files', () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
    await deliver(
      aDelivery({ householdName: HOSTILE, lines: [aTradedLine({ productName: HOSTILE, label: aLabelWithoutLot() }), aTradedLine()] }),
      aDelivery({ communeCode: '31309', provinceCode: '92', householdName: 'Hộ Cần Thơ' }),
    );
  });
  afterAll(() => world.close());

  async function deliver(...orders: SellerOrderDeliveredV1[]): Promise<void> {
    await world.db.transaction(async (tx) => {
      for (const order of orders) await world.get(Events).publish(tx, SellerOrderDelivered, order);
    });
    await world.drain();
  }
  const take = (file: string, query = '', as = nation) => world.http('GET', `/audit/exports/${file}?period=2026-Q3${query}`, { as });
  const rowsOf = async (file: string, query = '', as = nation) =>
    (await take(file, query, as)).text.slice(1).split('\r\n\r\n')[0]!.split('\r\n').slice(1);

  it.each([...AUDIT_TABLES.map(({ key }) => key), REPORT_KEY])(
    '%s comes in three forms that nothing typed can turn into a formula',
    async (key) => {
      const [xlsx, csv, pdf] = await Promise.all(['xlsx', 'csv', 'pdf'].map((form) => take(`${key}.${form}`)));
      expect([xlsx!.status, csv!.status, pdf!.status]).toEqual([200, 200, 200]);
      expect(xlsx!.headers['content-disposition']).toBe(`attachment; filename="${key}-2026-Q3.xlsx"`);
      expect(xlsxParts(xlsx!.bytes).sheets.join()).not.toMatch(/<f[ >]/);
      expect(csv!.text).not.toMatch(/(^|[,;\n]"?)[=+@]/);
      const hash = /SHA-256,([0-9a-f]{64})/.exec(csv!.text)![1]!;
      for (const page of await pdfTexts(pdf!.bytes)) expect(page).toContain(hash);
      expect(JSON.stringify(await readSheet(xlsx!.bytes, 'Thong tin'))).toContain(hash);
    },
  );

  it('print numerator, denominator, method version, filters and hash', async () => {
    const [page] = await pdfTexts((await take('lines.pdf', '&province=01')).bytes);
    expect(page).toMatch(/Numerator: 1 · Mẫu số \/ Denominator: 2 .* Method version: 12\.1 .* SHA-256 [0-9a-f]{64} · trang \/ page 1\//);
    expect(page).toContain('2026-Q3 (01/07/2026 – 30/09/2026)');
    expect(page).toMatch(/Nơi \/ Area: .*Hà Nội \(01\)/);
  });

  it('carry the rows of what was asked', async () => {
    expect(await rowsOf('gaps.csv')).toEqual(
      expect.arrayContaining([expect.stringContaining('origin.date'), expect.stringContaining('origin.lot')]),
    );
    expect(await rowsOf('lines.csv')).toHaveLength(3);
    expect(await rowsOf('lines.csv', '&compliant=false')).toEqual([expect.stringContaining(`"'=HYPERLINK(""http://x.test"",""Gạo"")"`)]);
    const board = await rowsOf('board.csv');
    expect(board.find((row) => row.startsWith('12,'))).toContain(',2,3,66.66,');
    expect(await rowsOf('breakdown.csv', '&indicator=12&by=province')).toEqual([
      expect.stringMatching(/^01,.*,1,2,50\.00/),
      expect.stringMatching(/^92,.*,1,1,100\.00/),
    ]);
    expect((await rowsOf('ranking.csv', '&indicator=12')).map((row) => row.slice(0, 4))).toEqual(['1,92', '2,01']);
  });

  it('make a report of a whole period: a sheet for each part, every indicator with its method', async () => {
    const [board, byProvince] = await Promise.all([1, 2].map(async (sheet) => readSheet((await take('report.xlsx')).bytes, sheet)));
    expect(board!.slice(2).map(([number]) => number)).toEqual(expect.arrayContaining([12, 13]));
    expect(byProvince![0]![0]).toMatch(/^\d+\. /);
    const text = (await pdfTexts((await take('report.pdf')).bytes)).join(' ');
    expect((await take('report.csv', '', ofCanTho)).status).toBe(200);
    for (const words of ['Nhãn thiếu gì', 'Tự khai và kiểm tra thực tế', '12.1', 'Số liệu ngày / As of: 16/11/2026'])
      expect(text).toContain(words);
  });

  it('show an official his own area; what lies outside, a table or form that does not exist, is not found', async () => {
    expect(await rowsOf('lines.csv', '', ofCanTho)).toEqual([expect.stringContaining('Hộ Cần Thơ')]);
    const answers = await Promise.all([
      ...AUDIT_TABLES.map(({ key }) => take(`${key}.csv`, '&province=01', ofCanTho)),
      take('khong-co.csv'),
      take('lines.ods'),
      take('lines'),
    ]);
    expect(answers.map(({ status, body }) => [status, body?.code])).toEqual(answers.map(() => [404, 'not-found']));
    expect((await world.http('GET', '/audit/exports/lines.csv', { as: anActor() })).status).toBe(403);
  });

  it('stand in the audit trail with their hash', async () => {
    const official = anActor({ role: 'official', scopeKind: 'province', scopeId: '92' });
    const { text } = await take('gaps.csv', '', official);
    const [entry] = await sql<{ subject_id: string; details: { sha256: string } }>(
      world.db.read,
      `select subject_id, details from platform.trail_entry where action = 'audit.table-exported' and account_id = $1`,
      [official.accountId],
    );
    expect(entry).toMatchObject({ subject_id: 'gaps', details: { format: 'csv' } });
    expect(text).toContain(entry!.details.sha256);
  });

  it('carry nothing of a buyer', async () => {
    await deliver(aDelivery({ buyerPhoneHash: 'buyer-mark', orderNumber: 'order-mark' }));
    for (const { key } of AUDIT_TABLES) expect((await take(`${key}.csv`)).text).not.toMatch(/buyer-mark|order-mark/);
  });
});
