import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { placesLib } from '@choxa/places';
import type { Actor, EventHandler } from '@choxa/platform';
import { testWorld, type World } from '@choxa/testing';
import { RecordAcceptedParcelWhenParcelAccepted } from '../facts/record-accepted-parcel.js';
import { RecordClosedParcelWhenParcelClosed } from '../facts/record-closed-parcel.js';
import { RecordFulfilmentWhenSellerOrderDelivered } from '../facts/record-fulfilment.js';
import { auditLib, AuditModule } from '../index.js';
import { carried, PLACES } from './random-parcels.factory.js';
import { nation, official, SEED } from './recount.factory.js';
import { acceptedOf, recount1, recount13, recount22, recount8, type PostFilter } from './recount-post.js';

// Promise 27 for the figures of the post: what the API answers equals loops over what was told. e2e/mutants/service-point-as-address.patch must fail it.
const FILTERS = 12;
/** When everything told has happened. */
const NOW = new Date('2027-02-20T03:00:00Z');
const PERIODS = ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026-Q2-YTD', '2026-Q4-YTD', '2025', '2026', '2027-Q1', '2031-Q1'];
/** So many people in Hà Nội, in phường Ba Đình, and from October 2026 on more; Cần Thơ has no number. */
const PEOPLE = {
  validFrom: '2025-01-01',
  basis: 'Số giả định cho kiểm thử',
  places: [
    { code: '01', people: 800 },
    { code: '00004', people: 30 },
  ],
};
const MORE_PEOPLE = { ...PEOPLE, validFrom: '2026-10-01', places: [{ code: '01', people: 900 }] };

interface Question extends PostFilter {
  as: Actor;
  query: string;
}
const question: fc.Arbitrary<Question> = fc
  .record({
    own: fc.constantFrom('VN', 'VN', '01', '92', '00004'),
    asked: fc.option(fc.constantFrom<string>('01', '92', ...PLACES.map(({ communeCode }) => communeCode))),
    period: fc.constantFrom(...PERIODS),
    operator: fc.option(fc.constantFrom('a', 'b')),
  })
  .map(({ own, asked, period, operator }) => {
    const kind = own === 'VN' ? 'nation' : own.length === 2 ? 'province' : 'commune';
    const place = own === 'VN' ? asked : null;
    const filter = place ? `&${place.length === 2 ? 'province' : 'commune'}=${place}` : '';
    return {
      as: official(kind, own),
      period,
      within: place ? [place] : own === 'VN' ? null : [own],
      operator,
      commune: place?.length === 5,
      query: `period=${period}${filter}`,
    };
  });

describe(`the figures of the post equal a recount of what was told (seed ${SEED})`, () => {
  let world: World;
  const all = fc.sample(carried, { numRuns: 260, seed: SEED });

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule], now: NOW });
    const mixed = fc.sample(fc.shuffledSubarray([...all, ...all.slice(0, 60)], { minLength: all.length + 60 }), {
      numRuns: 1,
      seed: SEED,
    })[0]!;
    const told = <Data extends object>(handler: EventHandler<Data>, facts: Data[]) =>
      world.db.transaction((tx) =>
        handler.handleAll!(
          tx,
          facts.map((data) => ({ id: randomUUID(), name: '', occurredAt: '', data })),
        ),
      );
    for (let from = 0; from < mixed.length; from += 80) {
      const some = mixed.slice(from, from + 80);
      await told(
        world.get(RecordClosedParcelWhenParcelClosed),
        some.flatMap(({ closed }) => closed ?? []),
      );
      await told(
        world.get(RecordAcceptedParcelWhenParcelAccepted),
        some.map(({ accepted }) => accepted),
      );
      await told(
        world.get(RecordFulfilmentWhenSellerOrderDelivered),
        some.flatMap(({ delivered }) => delivered ?? []),
      );
    }
    for (const body of [PEOPLE, MORE_PEOPLE])
      expect((await world.http('POST', '/audit/population', { as: nation, body })).status).toBe(204);
  });
  afterAll(() => world.close());

  const asked = async (number: number, { as, query }: Question, operator: string | null = null) => {
    const { status, body } = await world.http('GET', `/audit/indicators/${number}?${query}${operator ? `&operator=${operator}` : ''}`, {
      as,
    });
    expect(status).toBe(200);
    return body;
  };
  const everyQuestion = (check: (one: Question) => Promise<void>) =>
    fc.assert(fc.asyncProperty(question, check), { seed: SEED, numRuns: FILTERS, endOnFailure: true });

  it('delivered to the address, why not at once, and what is still open', () =>
    everyQuestion(async (one) => {
      expect(await asked(13, one, one.operator)).toMatchObject(recount13(all, one, NOW.getTime()));
    }));

  it('growth of revenue and digital addresses', () =>
    everyQuestion(async (one) => {
      expect(await asked(1, one, one.operator)).toMatchObject(recount1(all, one));
      expect(await asked(8, one, one.operator)).toMatchObject(recount8(all, one));
    }));

  it('lead time with its marks', () =>
    everyQuestion(async (one) => {
      const everybody = { ...one, operator: null };
      expect(await asked(22, one)).toMatchObject(recount22(all, everybody));
    }));

  it('items per head where the number of people is known', () =>
    everyQuestion(async (one) => {
      const numerator = acceptedOf(all, { ...one, operator: null }).length;
      const [place] = one.within ?? [];
      const hanoi = /2026-Q4|2026$|2027|2031/.test(one.period) ? 900 : 800;
      const denominator = place === '01' ? hanoi : place === '00004' ? 30 : 0;
      expect(await asked(2, one)).toMatchObject({ numerator, denominator, ...(denominator ? {} : { value: null }) });
    }));

  it('rows of a breakdown that add up to the whole', async () => {
    for (const [number, by] of [
      [1, 'operator'],
      [2, 'commune'],
      [8, 'operator'],
      [13, 'commune'],
      [13, 'operator'],
      [22, 'province'],
    ] as const) {
      const whole = await asked(number, { as: nation, query: 'period=2026' } as Question);
      const { body } = await world.http('GET', `/audit/indicators/${number}/breakdown?period=2026&by=${by}&limit=100`, { as: nation });
      const sum = (body.data as { numerator: number }[]).reduce((total, row) => total + row.numerator, 0);
      expect([number, by, sum]).toEqual([number, by, whole.numerator]);
    }
  });

  it('lets nobody but the nation’s officials enter people, and no place there is not', async () => {
    expect((await world.http('POST', '/audit/population', { as: official('province', '01'), body: PEOPLE })).status).toBe(404);
    const unknown = {
      ...PEOPLE,
      places: [
        { code: '01', people: 5 },
        { code: '99', people: 5 },
        { code: '01', people: 6 },
      ],
    };
    const refused = await world.http('POST', '/audit/population', { as: nation, body: unknown });
    expect(refused.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
      ['/places/1/code', 'place'],
      ['/places/2/code', 'twice'],
    ]);
    const tooEarly = await world.http('POST', '/audit/population', { as: nation, body: { ...PEOPLE, validFrom: '2099-01-01' } });
    expect([tooEarly.status, tooEarly.body.errors[0].pointer]).toEqual([400, '/validFrom']);
    const ofHanoi = (await world.http('GET', '/audit/population', { as: official('province', '01') })).body;
    expect(ofHanoi).toMatchObject({
      mayEnter: false,
      provincesMissing: 0,
      data: [
        { code: '01', people: 900 },
        { code: '00004', people: 30 },
      ],
    });
    expect((await world.http('GET', '/audit/population', { as: official('province', '92') })).body).toMatchObject({
      data: [],
      provincesMissing: 1,
    });
  });
});
