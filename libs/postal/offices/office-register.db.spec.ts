import { placesLib } from '@choxa/places';
import { anActor, testWorld, type HttpAnswer, type World } from '@choxa/testing';
import { OfficeChanged } from '@choxa/postal-contract';
import { FactsHeard } from '../facts-heard.factory.js';
import { CAN_THO, GivenPost, HANOI } from '../given-post.factory.js';
import { PostalModule, postalLib } from '../index.js';

let world: World;
let given: GivenPost;
const facts = new FactsHeard();
beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule], providers: facts.providers });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

const manager = () => given.managerOf(given.origin);
const get = (path: string, as = manager()) => world.http('GET', `/post/office-register${path}`, { as });

function send(bytes: Buffer | string, { write = false, as = manager(), operator = '' } = {}): Promise<HttpAnswer> {
  const head = '--ranh\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: application/octet-stream\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n--ranh--\r\n')]);
  const query = `write=${write}${operator && `&operator=${operator}`}`;
  return world.http('POST', `/post/office-register/sheets?${query}`, {
    as,
    body,
    headers: { 'content-type': 'multipart/form-data; boundary=ranh' },
  });
}

const HEAD = 'Mã bưu cục,Tên bưu cục,Loại,Mã xã phường,Mã bưu chính,Có người phục vụ,Vĩ độ,Kinh độ,Thứ hai,Hoạt động từ ngày,Ngừng từ ngày';
const GOOD = 'SH-X1,Bưu điện văn hóa xã Mới,Bưu điện văn hóa xã,00004,01234,có,"21,03",105.8,07:30-11:30; 13:30-17:00,01/12/2026,';

describe('the register of offices', () => {
  it('shows a file before it is brought in, naming each bad cell, and writes nothing of it', async () => {
    const bad = 'sh x,,Nhà,99999,123,có lẽ,200,,7h,hôm nay,2026-01-01';
    const { body } = await send(`${HEAD}\n${GOOD}\n${bad}\n${GOOD}\n`, { write: true });
    expect(body).toMatchObject({ rows: 3, created: 1, changed: 0, same: 0, written: false });
    expect(
      body.faults
        .filter(({ row }: { row: number }) => row === 3)
        .map(({ column, code }: { column: string; code: string }) => [column, code]),
    ).toEqual(
      expect.arrayContaining([
        ['code', 'code.shape'],
        ['name', 'cell.missing'],
        ['kind', 'kind.unknown'],
        ['commune_code', 'commune.unknown'],
        ['postcode', 'postcode.shape'],
        ['staffed', 'flag.unknown'],
        ['latitude', 'point.number'],
        ['longitude', 'point.half'],
        ['monday', 'hours.shape'],
        ['valid_from', 'day.shape'],
      ]),
    );
    expect(body.faults.at(-1)).toMatchObject({ row: 4, column: 'code', code: 'code.twice', text: 'SH-X1', columnVi: 'Mã bưu cục' });
    expect((await get('?q=SH-X1')).body.data).toEqual([]);
  });

  it('takes a good file whole; the same once more changes nothing, another text changes the office', async () => {
    expect((await send(`${HEAD}\n${GOOD}\n`)).body).toMatchObject({ created: 1, written: false });
    expect((await send(`${HEAD}\n${GOOD}\n`, { write: true })).body).toMatchObject({ created: 1, written: true, faultCount: 0 });
    const [office] = (await get('?q=văn hóa xã mới')).body.data;
    expect(office).toMatchObject({
      code: 'SH-X1',
      kind: 'commune_cultural',
      postcode: '01234',
      latitude: 21.03,
      openingHours: ['07:30-11:30 13:30-17:00', '', '', '', '', '', ''],
      validFrom: '2026-12-01',
      provinceCode: HANOI,
    });
    expect((await send(`${HEAD}\n${GOOD}\n`, { write: true })).body).toMatchObject({ same: 1, created: 0, changed: 0 });
    expect((await send(`${HEAD}\n${GOOD.replace('có', 'không')}\n`, { write: true })).body).toMatchObject({ changed: 1, written: true });
    expect((await get('?q=SH-X1')).body.data[0].staffed).toBe(false);
  });

  it.each(['export.xlsx', 'export.csv'])('comes back unchanged from its own %s', async (name) => {
    const { bytes } = await get(`/${name}`);
    const { body } = await send(bytes, { write: true });
    expect(body).toMatchObject({ created: 0, changed: 0, faultCount: 0, written: false });
    expect(body.same).toBe(body.rows);
    expect(body.rows).toBeGreaterThan(30);
  });

  it('says what is wrong with a file that is none', async () => {
    expect((await send('Tên\nA\n')).body.code).toBe('sheet.columns');
    expect((await send('')).body.code).toBe('sheet.empty');
    expect((await send(Buffer.from([0x50, 0x4b, 3, 4, 1]))).body.code).toBe('sheet.unreadable');
  });

  it('counts the communes of each province, and names those without a staffed office', async () => {
    const of = async (province: string) =>
      (await get('/coverage')).body.data.find(({ provinceCode }: { provinceCode: string }) => provinceCode === province);
    const before = await of(HANOI);
    expect([before.staffed, before.without.length]).toEqual([1, before.communes - 1]);
    const [commune] = before.without;
    await send(`${HEAD}\nSH-X2,Bưu cục Hai,Bưu cục,${commune.code},,có,,,,2026-11-01,\n`, { write: true });
    expect(await of(HANOI)).toMatchObject({ staffed: 2, without: expect.not.arrayContaining([commune]) });
    await send(`${HEAD}\nSH-X2,Bưu cục Hai,Bưu cục,${commune.code},,có,,,,2026-11-01,2026-11-10\n`, { write: true });
    expect((await of(HANOI)).staffed).toBe(1);
  });

  it('takes one office from a form by the same rules, and keeps what it was before in the audit trail', async () => {
    const form = {
      name: 'Bưu cục Ba',
      kind: 'counter',
      communeCode: '00004',
      staffed: true,
      internet: true,
      publicService: false,
      openingHours: ['07:30-11:30', '', '', '', '', '', ''],
    };
    const save = (method: string, path: string, body: object, as = manager()) =>
      world.http(method, `/post/office-register${path}`, { as, body });
    const bad = { ...form, code: 'SH X3', communeCode: '99999', latitude: 21, openingHours: ['7h'] };
    const { status, body: problem } = await save('POST', '', bad);
    expect({ status, fields: problem.errors.map(({ pointer }: { pointer: string }) => pointer).sort() }).toEqual({
      status: 422,
      fields: ['/code', '/communeCode', '/longitude', '/openingHours/0'],
    });
    const { body: made } = await save('POST', '', { ...form, code: 'SH-X3' });
    expect(made).toMatchObject({ code: 'SH-X3', provinceCode: HANOI, validTo: null });
    expect((await save('POST', '', { ...form, code: 'SH-X3' })).body.code).toBe('office.code-taken');
    const closing = { ...form, validFrom: made.validFrom, validTo: '2026-12-31' };
    expect((await save('PUT', '/offices/SH-X3', closing)).body).toEqual({ ...made, validTo: '2026-12-31' });
    const trail = `select action, details #>> '{before,validTo}' as before, details #>> '{after,validTo}' as after from platform.trail_entry where subject_id = $1`;
    expect(await given.rows(trail, [made.id])).toEqual([
      { action: 'office.added', before: null, after: null },
      { action: 'office.changed', before: null, after: '2026-12-31' },
    ]);
    const other = given.managerOf(given.office('cuu-long', CAN_THO));
    expect((await save('PUT', '/offices/SH-X3', closing, other)).body.code).toBe('office.unknown');
  });

  it('tells each description of an office once: what a file or a form leaves as it was is not told again', async () => {
    await world.drain();
    const told = (code: string) =>
      facts
        .of(OfficeChanged)
        .filter(({ officeCode }) => officeCode === code)
        .sort((a, b) => Number(a.version) - Number(b.version));
    expect(told('SH-X1').map(({ version, staffed }) => [version, staffed])).toEqual([
      [1, true],
      [2, false],
    ]);
    expect(told('SH-X3').map(({ version, validTo }) => [version, validTo])).toEqual([
      [1, null],
      [2, '2026-12-31'],
    ]);
    expect(told('SH-01-01')).toEqual([
      {
        operatorCode: 'buu-chinh-song-hong',
        operatorName: 'Bưu chính Sông Hồng (mẫu)',
        officeCode: 'SH-01-01',
        officeName: given.origin.name,
        version: 1,
        changedAt: expect.stringMatching(/Z$/),
        kind: 'counter',
        communeCode: given.origin.communeCode,
        provinceCode: HANOI,
        staffed: true,
        internet: true,
        publicService: false,
        validFrom: '2026-01-01',
        validTo: null,
      },
    ]);
  });

  it('is one’s own operator’s: another’s is not there', async () => {
    const other = given.managerOf(given.office('cuu-long', CAN_THO));
    expect((await get('?limit=100', other)).text).not.toContain('SH-');
    expect((await get(`/export.csv?operator=${given.origin.operatorId}`, other)).status).toBe(404);
    expect((await send(`${HEAD}\n${GOOD}\n`, { write: true, as: other, operator: given.origin.operatorId })).status).toBe(404);
    // The same code in another operator is another office.
    expect((await send(`${HEAD}\n${GOOD}\n`, { write: true, as: other })).body).toMatchObject({ created: 1, written: true });
  });
});
