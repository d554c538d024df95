import sharp from 'sharp';
import { FileStorage, sql, type Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from '../households.factory.js';
import { Licences } from './licences.js';
import { TellExpiredDocuments } from './tell-expired-documents.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

describe('the papers of a household', () => {
  let world: World;
  let given: HouseholdsGiven;
  let photo: Buffer;
  beforeAll(async () => {
    world = await testWorld({ ...HOUSEHOLDS_WORLD, now: new Date('2026-11-16T02:00:00Z') });
    given = new HouseholdsGiven(world, anActor);
    photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#446688' } })
      .withExif({ IFD0: { Copyright: 'Nhà riêng ấp 3' } })
      .jpeg()
      .toBuffer();
  });
  afterAll(() => world.close());

  const upload = (as: Actor, query: string, bytes: Buffer, name = 'giay.jpg') => {
    const boundary = 'xxBOUNDARYxx';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return world.http('POST', `/household/documents?${query}`, { as, body, headers });
  };
  const LICENCE = 'kind=licence&setCode=14&number=GP-1/2026';

  it('are pictures made anew or PDFs given out to be saved, for the household and those who decide about it alone', async () => {
    const { id, owner } = await given.household();
    const picture = (await upload(owner, LICENCE, photo)).body;
    const pdf = (await upload(owner, 'kind=identity&number=001', PDF, 'cccd.pdf')).body;
    expect(picture).toMatchObject({ state: 'declared', fileType: 'image/webp', setCode: '14' });
    const shown = await world.http('GET', picture.url, { as: owner });
    expect((await sharp(shown.bytes).metadata()).exif).toBeUndefined();
    const saved = await world.http('GET', pdf.url, { as: given.official() });
    expect(saved.bytes.equals(PDF)).toBe(true);
    expect(saved.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const other = await given.household();
    for (const as of [other.owner, given.clerk(given.elsewhere.code)])
      for (const url of [picture.url, pdf.url]) expect((await world.http('GET', url, { as })).status).toBe(404);
    expect((await world.http('GET', pdf.url)).status).toBe(401);
    expect((await world.http('GET', '/household/documents', { as: other.owner })).body.data).toEqual([]);
    expect((await world.http('GET', `/households/${id}/documents`, { as: given.clerk(given.elsewhere.code) })).status).toBe(404);
    const read = await sql(world.db.read, `select action from platform.trail_entry where subject_id = $1 order by action`, [pdf.id]);
    expect(read).toEqual([{ action: 'household.document-added' }, { action: 'household.document-read' }]);
  });

  it('are refused when they are something else under another name, and nothing is kept', async () => {
    const { owner } = await given.household();
    const wrong = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      Buffer.from('<html><body>%PDF-1.4</body></html>'),
      photo.subarray(0, photo.length / 2),
      PDF.subarray(0, 20),
      Buffer.from('PK\u0003\u0004............'),
      Buffer.alloc(0),
    ];
    for (const bytes of wrong) expect((await upload(owner, LICENCE, bytes)).body.code).toBe('document.unreadable');
    const queries = [
      ['kind=licence&number=1', 422, 'document.set'],
      ['kind=licence&setCode=13&number=1', 422, 'document.set'],
      ['kind=identity&setCode=14&number=1', 422, 'document.set'],
      [`${LICENCE}&issuedOn=2026-02-01&expiresOn=2026-01-01`, 422, 'document.days'],
      ['kind=passport&number=1', 400, 'request.invalid'],
      [`${LICENCE}&seenAt=2026-01-01`, 400, 'request.invalid'],
    ] as const;
    for (const [query, status, code] of queries) {
      const answer = await upload(owner, query, photo);
      expect([query, answer.status, answer.body.code]).toEqual([query, status, code]);
    }
    expect((await world.http('GET', '/household/documents', { as: owner })).body.data).toEqual([]);
  });

  it('let a set be sold from the moment they are on file until they are refused, removed or past their last local day', async () => {
    const { id, owner } = await given.household();
    const sets = async () => [...((await world.get(Licences).setsOf(world.db.read, [id])).get(id) ?? [])].sort();
    const { body: first } = await upload(owner, `${LICENCE}&expiresOn=2026-11-20`, photo);
    const { body: second } = await upload(owner, 'kind=licence&setCode=18&number=GP-2', photo);
    expect(await sets()).toEqual(['14', '18']);
    const judge = (path: string, as = given.clerk(), body: object = {}) =>
      world.http('POST', `/households/${id}/documents/${path}`, { as, body });
    expect((await judge(`${second.id}/refusal`, given.clerk(), { reason: 'Ảnh mờ, không đọc được số.' })).status).toBe(204);
    expect(await sets()).toEqual(['14']);
    expect((await judge(`${second.id}/seen`, given.clerk(given.elsewhere.code))).status).toBe(404);
    expect((await judge(`${second.id}/seen`)).status).toBe(204);
    expect(await sets()).toEqual(['14', '18']);
    world.clock.set(new Date('2026-11-20T16:59:59Z'));
    expect([await sets(), await world.get(TellExpiredDocuments).run()]).toEqual([['14', '18'], 0]);
    world.clock.set(new Date('2026-11-20T17:00:00Z'));
    expect(await sets()).toEqual(['18']);
    const told = await Promise.all(Array.from({ length: 3 }, () => world.get(TellExpiredDocuments).run()));
    expect(told.toSorted()).toEqual([0, 0, 1]);
    const { data } = (await world.http('GET', '/household/documents', { as: owner })).body;
    expect(data.map((one: { number: string; state: string }) => `${one.number} ${one.state}`).sort()).toEqual([
      'GP-1/2026 expired',
      'GP-2 seen',
    ]);
    const [{ key }] = (await sql<{ key: string }>(world.db.read, 'select file_key as key from households.document where id = $1', [
      second.id,
    ])) as [{ key: string }];
    expect((await world.http('DELETE', `/household/documents/${second.id}`, { as: owner })).status).toBe(204);
    expect([await sets(), await world.get(FileStorage as never as new () => FileStorage).open(key)]).toEqual([[], null]);
    expect((await world.http('DELETE', `/household/documents/${first.id}`, { as: (await given.household()).owner })).status).toBe(404);
  });
});
