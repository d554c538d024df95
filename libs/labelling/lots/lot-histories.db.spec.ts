import sharp from 'sharp';
import { sql } from '@choxa/platform';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';
import { MakeLot } from '../index.js';

let given: LabellingGiven;
let seller: GivenSeller;

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);
const lotOn = async (packId: string, producedOn: string, as = seller.as) =>
  given.world.get(MakeLot).run(as, packId, { producedOn, producedKind: 'production' });
const feed = (lotId: string, body: object, as = seller.as) => http('POST', `/lots/${lotId}/inputs`, { as, body });

describe('what a lot is made from', () => {
  it('one step back and one step forward, also over the border of a household', async () => {
    const other = await given.seller();
    const { packId } = await given.product(seller, { draft: true });
    const beans = await lotOn((await given.product(other, { draft: true })).packId, '2026-10-01', other.as);
    const roast = await lotOn(packId, '2026-11-01');
    const answer = await feed(roast.id, { traceCode: beans.traceCode.toLowerCase(), quantity: 20 });
    expect(answer.status).toBe(201);
    expect(answer.body.inputs).toEqual([
      { id: beans.id, code: beans.code, traceCode: beans.traceCode, producedOn: '2026-10-01', quantity: 20 },
    ]);
    expect((await feed(roast.id, { traceCode: beans.traceCode })).body.inputs).toHaveLength(1);
    expect((await http('GET', `/household/lots/${beans.id}`, { as: other.as })).body.outputs).toEqual([
      expect.objectContaining({ id: roast.id, quantity: 20 }),
    ]);
    expect((await http('DELETE', `/lots/${roast.id}/inputs/${beans.id}`, { as: other.as })).status).toBe(404);
    expect((await http('DELETE', `/lots/${roast.id}/inputs/${beans.id}`, { as: seller.as })).status).toBe(204);
    expect((await http('GET', `/household/lots/${roast.id}`, { as: seller.as })).body.inputs).toEqual([]);
  });

  it('a lot never goes into itself, over however many steps, nor into one made before it', async () => {
    const { packId } = await given.product(seller, { draft: true });
    const [a, b, c, later] = await Promise.all([
      lotOn(packId, '2026-11-01'),
      lotOn(packId, '2026-11-01'),
      lotOn(packId, '2026-11-01'),
      lotOn(packId, '2026-11-02'),
    ]);
    expect((await feed(b.id, { traceCode: a.traceCode })).status).toBe(201);
    expect((await feed(c.id, { traceCode: b.traceCode })).status).toBe(201);
    expect((await feed(a.id, { traceCode: c.traceCode })).body).toMatchObject({ status: 422, code: 'lot.input-circle' });
    expect((await feed(a.id, { traceCode: a.traceCode })).body.code).toBe('lot.input-circle');
    expect((await feed(a.id, { traceCode: later.traceCode })).body.code).toBe('lot.input-later');
    expect((await feed(a.id, { traceCode: '2222222222' })).body.code).toBe('lot.input-unknown');
    expect((await feed(a.id, { traceCode: b.traceCode }, (await given.seller()).as)).status).toBe(404);
  });

  it('of two inputs that would close a circle, declared at once, one is refused', async () => {
    const { packId } = await given.product(seller, { draft: true });
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = await Promise.all([lotOn(packId, '2026-11-01'), lotOn(packId, '2026-11-01')]);
      const answers = await Promise.all([feed(a.id, { traceCode: b.traceCode }), feed(b.id, { traceCode: a.traceCode })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    }
  });
});

describe('steps declared wrong', () => {
  it('the wrong step stays, marked with who says so and why; what happened instead is added', async () => {
    const { lot, packId } = await given.labelled(seller);
    const [event] = (await http('GET', `/household/lots/${lot.id}`, { as: seller.as })).body.events;
    const correct = (body: object, as = seller.as) => http('POST', `/trace-events/${event.id}/correction`, { as, body });
    expect((await correct({ reason: 'incorrect_data', note: 'x' }, (await given.seller()).as)).status).toBe(404);
    expect((await correct({ reason: 'wrong', note: 'x' })).status).toBe(400);
    expect((await correct({ reason: 'incorrect_data' })).status).toBe(400);
    const instead = { step: 'harvesting', occurredAt: '2026-10-30T05:00:00Z' };
    const { status, body } = await correct({ reason: 'incorrect_data', note: 'Ghi nhầm ngày', instead });
    expect(status).toBe(201);
    expect(body.events).toEqual([
      expect.objectContaining({ step: 'harvesting', occurredAt: '2026-10-30T12:00:00.000+07:00', correction: null }),
      expect.objectContaining({
        id: event.id,
        occurredAt: event.occurredAt,
        correction: { reason: 'incorrect_data', note: 'Ghi nhầm ngày', declaredAt: expect.any(String) },
      }),
    ]);
    expect((await correct({ reason: 'incorrect_data', note: 'lần nữa' })).body).toMatchObject({ status: 409, code: 'event.corrected' });
    await expect(sql(given.world.db.read, 'delete from labelling.event_correction')).rejects.toThrow('rows are only added');
    const trail = await sql(given.world.db.read, `select details from platform.trail_entry where subject_id = $1`, [event.id]);
    expect(trail).toEqual([{ details: { householdId: seller.id, lotId: lot.id, reason: 'incorrect_data' } }]);
    expect(packId).toBe(lot.packId);
  });

  it('a step that did not occur no longer counts for the label', async () => {
    const product = await given.labelled(seller);
    const [event] = (await http('GET', `/household/lots/${product.lot.id}`, { as: seller.as })).body.events;
    const gaps = async () => (await http('GET', `/household/products/${product.id}/label`, { as: seller.as })).body.missing;
    expect(await gaps()).toEqual([]);
    await http('POST', `/trace-events/${event.id}/correction`, { as: seller.as, body: { reason: 'did_not_occur', note: 'Bấm nhầm' } });
    expect(await gaps()).toEqual([expect.objectContaining({ field: 'origin.event' })]);
  });
});

describe('pictures as evidence', () => {
  const upload = async (path: string, bytes: Buffer, as = seller.as) => {
    const head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]);
    return http('POST', path, { as, body, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
  };

  it('are made anew, belong to a step of the lot, and stay hidden from no one who has the lot', async () => {
    const { lot } = await given.labelled(seller);
    const other = await given.labelled(seller);
    const [event] = (await http('GET', `/household/lots/${lot.id}`, { as: seller.as })).body.events;
    const photo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#385' } })
      .withExif({ IFD0: { Artist: 'GPS 11.94' } })
      .jpeg()
      .toBuffer();
    const added = await upload(`/lots/${lot.id}/pictures?event=${event.id}`, photo);
    expect(added.status).toBe(201);
    expect((await upload(`/lots/${lot.id}/pictures?event=${event.id}`, photo)).body.id).toBe(added.body.id);
    const served = await http('GET', added.body.url.replace('/api/v1', ''));
    expect((await sharp(served.bytes).metadata()).exif).toBeUndefined();
    expect((await http('GET', `/household/lots/${lot.id}`, { as: seller.as })).body.events[0].pictures).toEqual([added.body]);
    expect((await upload(`/lots/${other.lot.id}/pictures?event=${event.id}`, photo)).status).toBe(404);
    expect((await upload(`/lots/${lot.id}/pictures`, photo, (await given.seller()).as)).status).toBe(404);
    expect((await upload(`/lots/${lot.id}/pictures`, Buffer.from('<svg/>'))).body).toMatchObject({ code: 'image.unreadable' });
  });
});
