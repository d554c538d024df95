import { readSheet } from 'read-excel-file/node';
import { Places } from '@choxa/places';
import { sql, type Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven, type GivenHousehold } from '../catalogue.factory.js';

describe('the table of recognitions', () => {
  let given: CatalogueGiven<World>;
  let household: GivenHousehold;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
  });
  beforeEach(async () => {
    given.world.clock.set(new Date('2026-11-16T02:00:00Z'));
    household = await given.household();
  });
  afterAll(() => given.world.close());

  const http = (...args: Parameters<World['http']>) => given.world.http(...args);
  let decisions = 0;

  /** A product with a recognition that two officials have agreed on; its id. */
  async function recognised(name: string, decisionDate: string, more: { productId?: string; stars?: number; of?: GivenHousehold } = {}) {
    const { stars = 4, of = household, productId = (await given.product({ name, of })).id } = more;
    const decision = { productId, stars, authority: 'UBND', decisionNumber: `${++decisions}/QĐ`, decisionDate };
    const { id } = (await http('POST', '/recognitions', { as: given.official('VN'), body: decision })).body;
    expect((await http('POST', `/recognitions/${id}/confirmation`, { as: given.official('VN') })).status).toBe(200);
    return { productId, id };
  }

  /** Product, quarter and stars of this test's household, from the workbook. */
  async function table(quarter = '', as: Actor = given.official('VN')) {
    const file = await http('GET', `/recognitions/export.xlsx${quarter && `?quarter=${quarter}`}`, { as });
    const [head, ...rows] = await readSheet(file.bytes);
    const [subject, ...wanted] = ['ChuTheSXKD', 'ChoXa_SanPham', 'Ma_ThoiGian', 'XepHang'].map((name) => head!.indexOf(name));
    return rows.filter((row) => row[subject!] === household.name).map((row) => wanted.map((at) => row[at]));
  }

  it('has what held on the last day of the quarter, each product once with its latest decision', async () => {
    const { productId } = await recognised('Trà hoa vàng', '2023-12-01', { stars: 3 });
    await recognised('Trà hoa vàng', '2026-09-30', { productId });
    await recognised('Gạo hết hạn', '2023-09-29');
    await recognised('Mắm quý sau', '2026-10-01');
    const declared = await given.product({ name: 'Chỉ mới khai', of: household });
    const decision = { stars: 4, authority: 'UBND', decisionNumber: '1', decisionDate: '2025-01-01' };
    await http('POST', `/products/${declared.id}/recognitions`, { as: household.as, body: decision });

    expect(await table('2026-Q2')).toEqual([
      ['Gạo hết hạn', '2026-Q2', '4'],
      ['Trà hoa vàng', '2026-Q2', '3'],
    ]);
    expect(await table('2026-Q3')).toEqual([['Trà hoa vàng', '2026-Q3', '4']]);
    expect(await table()).toEqual([
      ['Mắm quý sau', '2026-Q4', '4'],
      ['Trà hoa vàng', '2026-Q4', '4'],
    ]);
  });

  it('leaves out what was revoked by then, and keeps what was revoked later', async () => {
    const { id } = await recognised('Chè Shan', '2025-03-15');
    await http('POST', `/recognitions/${id}/revocation`, { as: given.official('92'), body: { reason: 'Tỉnh đã thu hồi' } });
    await http('POST', `/recognitions/${id}/change/confirmation`, { as: given.official('VN') });
    expect([await table('2026-Q3'), await table('2026-Q4')]).toEqual([[['Chè Shan', '2026-Q3', '4']], []]);
  });

  it('has an official’s own area only, under the code of the commune, and is kept in the audit trail', async () => {
    const { productId } = await recognised('=1+1', '2025-03-15');
    const [one, elsewhere] = [given.official('92'), given.official('01')];
    const { status, headers, bytes } = await http('GET', '/recognitions/export.csv?quarter=2026-Q3', { as: one });
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename="ocop-2026-Q3.csv"']);
    const lines = bytes.toString().trim().split('\r\n');
    const commune = given.world.get(Places).communes('92')[0]!;
    expect(lines).toContainEqual(expect.stringContaining(`${commune.code},2026-Q3,${household.name},4,'=1+1,${productId}`));
    expect(await table('2026-Q3', elsewhere)).toEqual([]);
    const kept = `select details from platform.trail_entry where action = 'recognition.exported' and account_id = $1`;
    expect(await sql(given.world.db.read, kept, [one.accountId])).toEqual([
      { details: { format: 'csv', asOf: '2026-09-30', rows: lines.length - 1 } },
    ]);
  });

  it('refuses a quarter that has not begun or is none, and whoever is no official', async () => {
    const asked = async (quarter: string, as: Actor) => (await http('GET', `/recognitions/export.csv?quarter=${quarter}`, { as })).status;
    const official = given.official('92');
    expect(await asked('2027-Q1', official)).toBe(400);
    expect(await asked('2026-Q5', official)).toBe(400);
    expect(await asked('9999-Q4', official)).toBe(400);
    expect(await asked('2026-Q3', household.as)).toBe(403);
  });
});
