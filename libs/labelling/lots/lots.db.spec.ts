import { TEST_ORIGIN } from '@choxa/testing';
import { sql } from '@choxa/platform';
import { LabellingGiven, type GivenSeller } from '../labelling.factory.js';

let given: LabellingGiven;
let seller: GivenSeller;

beforeAll(async () => {
  given = await LabellingGiven.world();
  seller = await given.seller();
});
afterAll(() => given.world.close());

const http = (...args: Parameters<LabellingGiven['world']['http']>) => given.world.http(...args);

describe('lots and trace events', () => {
  it('a lot gets a code, an expiry from the shelf life, the commune of its maker, and a trace code', async () => {
    const { packId } = await given.product(seller, { shelfLifeDays: 10 });
    const make = (body: object) =>
      http('POST', `/packs/${packId}/lots`, { as: seller.as, body: { producedOn: '2026-11-15', producedKind: 'harvest', ...body } });
    const first = await make({ placeText: 'Vườn Cầu Đất' });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      code: '261115-01',
      producedOn: '2026-11-15',
      expiresOn: '2026-11-25',
      place: { provinceCode: '68' },
      placeText: 'Vườn Cầu Đất',
      traceUrl: `${TEST_ORIGIN}/t/${first.body.traceCode}`,
      events: [],
    });
    expect((await make({})).body.code).toBe('261115-02');
    expect((await make({ code: 'LO-7' })).body.code).toBe('LO-7');
    expect((await make({ code: 'LO-7' })).body).toMatchObject({ status: 409, code: 'lot.taken' });
    expect((await http('GET', `/household/packs/${packId}/lots?limit=2`, { as: seller.as })).body).toMatchObject({
      data: [{ code: expect.any(String) }, { code: expect.any(String) }],
      next: expect.any(String),
    });
  });

  it.each([
    [{ producedOn: '2026-11-17' }, 'lot.future'],
    [{ expiresOn: '2026-10-31' }, 'lot.expiry'],
    [{ code: 'lô một' }, 'lot.code'],
    [{ communeCode: '99999' }, 'place.unknown'],
  ])('%j is refused: %s', async (change, code) => {
    const { packId } = await given.product(seller, { draft: true });
    const answer = await http('POST', `/packs/${packId}/lots`, {
      as: seller.as,
      body: { producedOn: '2026-11-01', producedKind: 'production', ...change },
    });
    expect(answer.body).toMatchObject({ status: 422, code });
  });

  it('20 lots of one pack at once get 20 codes', async () => {
    const { packId } = await given.product(seller, { draft: true });
    const body = { producedOn: '2026-11-02', producedKind: 'harvest' };
    const lots = await Promise.all(Array.from({ length: 20 }, () => http('POST', `/packs/${packId}/lots`, { as: seller.as, body })));
    expect(new Set(lots.map((lot) => lot.body.code)).size).toBe(20);
    expect(new Set(lots.map((lot) => lot.body.traceCode)).size).toBe(20);
  });

  it('events are added with the local offset, never in the future, never by a stranger, and never changed', async () => {
    const { lot } = await given.labelled(seller);
    const record = (body: object, as = seller.as) => http('POST', `/lots/${lot.id}/trace-events`, { as, body });
    const made = await record({ step: 'packing', occurredAt: '2026-11-10T01:00:00Z', note: 'Đóng túi 500 g' });
    expect(made.status).toBe(201);
    expect(made.body.events).toContainEqual(
      expect.objectContaining({
        step: 'packing',
        occurredAt: '2026-11-10T08:00:00.000+07:00',
        place: expect.objectContaining({ provinceCode: '68' }),
        note: 'Đóng túi 500 g',
      }),
    );
    expect((await record({ step: 'packing', occurredAt: '2026-11-17T00:00:00Z' })).body.code).toBe('event.future');
    expect((await record({ step: 'eating' })).status).toBe(400);
    expect((await record({ step: 'packing' }, (await given.seller()).as)).status).toBe(404);
    for (const statement of [
      'update labelling.trace_event set note = null',
      'delete from labelling.trace_event',
      'truncate labelling.trace_event cascade',
    ])
      await expect(sql(given.world.db.read, statement)).rejects.toThrow('rows are only added');
  });
});
