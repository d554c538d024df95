import { CodRemitted, PostageQuotes, type CodRemittedV1 } from '@choxa/postal-contract';
import { Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { placesLib, PlacesModule } from '@choxa/places';
import { aKey, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

const heard: CodRemittedV1[] = [];

@Handles(CodRemitted)
class HearRemittances implements EventHandler<CodRemittedV1> {
  async handle(_tx: Tx, { data }: EventEnvelope<CodRemittedV1>): Promise<void> {
    heard.push(data);
  }
}

describe('cash that is paid out to its sender', () => {
  let world: World;
  let given: GivenPost;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, postalLib], imports: [PlacesModule, PostalModule], providers: [HearRemittances] });
    given = await GivenPost.in(world, anActor);
  }, 90_000);
  afterAll(() => world.close());

  const delivered = async (change: object = {}) => {
    const parcel = await given.outForDelivery(change);
    const answer = await given.deliver(parcel.number, parcel.code);
    if (answer.status !== 200) throw new Error(answer.text);
    return parcel;
  };
  const remit = (reference: string, parcels: string[], as = given.clerkOf(given.origin), headers = aKey()) =>
    world.http('POST', '/post/cod-remittances', { as, headers, body: { reference, parcels } });

  it('comes in one sum less the postage; the books are even and the sender hears of it', async () => {
    const [one, other] = [await delivered(), await delivered()];
    const { status, body } = await remit('COD-1', [one.number, other.number]);
    expect(status).toBe(201);
    const [first, second] = body.parcels as { number: string; collectedVnd: number; paidVnd: number }[];
    expect(body.paidVnd).toBe(first!.paidVnd + second!.paidVnd);
    expect(first!.paidVnd).toBeGreaterThan(0);
    expect(first!.paidVnd).toBeLessThan(120_000);
    expect(await given.ledger(one.number)).toMatchObject({ recipient: 0, sender: 0, cash: 120_000 });
    await world.drain();
    expect(heard.at(-1)).toMatchObject({ reference: 'COD-1', operatorCode: 'buu-chinh-song-hong' });
    expect(
      heard
        .at(-1)!
        .parcels.map(({ senderReference }) => senderReference)
        .toSorted(),
    ).toEqual([one.request.senderReference, other.request.senderReference].toSorted());
  });

  it('is less the postage that was quoted for a bulky parcel, which goes by its volume', async () => {
    const volumeCm3 = 9_001;
    const quote = await world.get(PostageQuotes).quote({
      fromCommuneCode: given.origin.communeCode,
      toProvinceCode: given.target.provinceCode,
      weightGrams: 480,
      volumeCm3,
      codVnd: 120_000,
    });
    const { body } = await remit('COD-11', [(await delivered({ volumeCm3 })).number]);
    const slim = await remit('COD-12', [(await delivered()).number]);
    expect(quote).toMatchObject({ status: 'quoted', postageVnd: 120_000 - body.paidVnd });
    expect(body.paidVnd).toBeLessThan(slim.body.paidVnd);
  });

  it('comes once', async () => {
    const parcel = await delivered();
    const [clerk, key] = [given.clerkOf(given.origin), aKey()];
    const first = await remit('COD-2', [parcel.number], clerk, key);
    expect((await remit('COD-2', [parcel.number], clerk, key)).text).toBe(first.text);
    expect((await remit('COD-3', [parcel.number])).body.code).toBe('cod.remitted-already');
    expect((await remit('COD-2', [(await delivered()).number])).body.code).toBe('cod.reference-used');
  });

  it.each([
    ['what is not delivered yet', async () => [(await given.outForDelivery()).number], 409, 'cod.not-collected'],
    ['a parcel nobody has', async () => [(await delivered()).number, 'EE999999990XA'], 404, 'parcel.unknown'],
    [
      'two senders together',
      async () => [(await delivered()).number, (await delivered({ sender: { ...given.aRequest().sender, phone: '0912345670' } })).number],
      409,
      'cod.several-senders',
    ],
  ])('does not come for %s', async (_, parcels, status, code) => {
    const answer = await remit(`COD-${Math.random().toString(36).slice(2)}`, await parcels());
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('waits in the list of the office that took the parcel in, by sender, until it is paid out', async () => {
    const sender = { ...given.aRequest().sender, phone: '0912345671' };
    const [one, other] = [await delivered({ sender }), await delivered({ sender })];
    const waiting = async (as = given.clerkOf(given.origin)) => {
      const { body } = await world.http('GET', '/post/cod-remittances/due', { as });
      const senders = body.data as { senderPhone: string; parcels: { number: string; collectedVnd: number; payVnd: number }[] }[];
      return senders.find(({ senderPhone }) => senderPhone.endsWith('912345671'))?.parcels ?? [];
    };
    const listed = await waiting();
    expect(listed.map(({ number }) => number)).toEqual([one.number, other.number]);
    const { body } = await remit('COD-10', [one.number]);
    expect(body.paidVnd).toBe(listed[0]!.payVnd);
    expect((await waiting()).map(({ number }) => number)).toEqual([other.number]);
    expect(await waiting(given.clerkOf(given.target))).toEqual([]);
  });

  it('is another office’s business where the parcel was handed over elsewhere', async () => {
    const parcel = await delivered();
    expect((await remit('COD-9', [parcel.number], given.clerkOf(given.target))).body.code).toBe('parcel.unknown');
  });
});
