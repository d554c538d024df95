import { placesLib } from '@choxa/places';
import { anActor, testWorld, type World } from '@choxa/testing';
import { GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

let world: World;
let given: GivenPost;

beforeAll(async () => {
  world = await testWorld({ libs: [placesLib, postalLib], imports: [PostalModule] });
  given = await GivenPost.in(world, anActor);
});
afterAll(() => world.close());

const HOUR = 3_600_000;
const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');
const ask = (number: string, what: string, body: object) => world.http('POST', `/parcels/${number}/${what}`, { body });
const options = async (number: string) => (await world.http('GET', `/parcels/${number}/options`)).body;
const redirect = (number: string, code: string, to: object) => ask(number, 'redirection', { code, ...to });
const staffSees = async (number: string) => (await world.http('GET', `/post/parcels/${number}`, { as: given.clerkOf(given.target) })).body;

describe('a code to the telephone of a parcel', () => {
  it('is sent once a minute and five times a day, and never answered in clear', async () => {
    const { number, request } = await given.accepted();
    world.clock.advance(24 * HOUR);
    for (let sent = 0; sent < 5; sent += 1) await given.codeOf(number);
    expect((await ask(number, 'codes', {})).body.code).toBe('parcel-code.wait');
    world.clock.advance(61_000);
    expect((await ask(number, 'codes', {})).body.code).toBe('parcel-code.wait');
    world.clock.advance(24 * HOUR);
    await given.codeOf(number);
    const kept = await given.rows('select sent_today from postal.parcel_code where parcel_number = $1', [number]);
    expect(kept).toEqual([{ sent_today: 1 }]);
    const sent = await given.rows<{ recipient: string }>(
      `select distinct recipient from platform.message where template = 'postal.parcel-code' and body like $1`,
      [`%${number}%`],
    );
    expect(sent).toEqual([{ recipient: `+84${request.recipient.phone.slice(1)}` }]);
    expect((await ask('EB999999991XA', 'codes', {})).body.code).toBe('parcel.unknown');
  });

  it('is worth five tries and a quarter of an hour, for one thing only, and for its own side', async () => {
    const { number } = await given.accepted();
    const to = { kind: 'address', street: '7 ngõ Chùa' };
    const code = await given.codeOf(number);
    for (let tries = 0; tries < 5; tries += 1) expect((await redirect(number, otherThan(code), to)).body.code).toBe('parcel-code.wrong');
    expect((await redirect(number, code, to)).body.code).toBe('parcel-code.over');
    const late = await given.codeOf(number);
    world.clock.advance(16 * 60_000);
    expect((await redirect(number, late, to)).body.code).toBe('parcel-code.over');
    const senders = await given.codeOf(number, 'sender');
    expect((await redirect(number, senders, to)).status).toBe(422);
    const good = await given.codeOf(number);
    expect((await redirect(number, good, to)).status).toBe(204);
    expect((await redirect(number, good, to)).body.code).toBe('parcel-code.over');
  });
});

describe('a parcel that its recipient has taken elsewhere', () => {
  it('goes to another house of the commune, and the place of the first one is forgotten', async () => {
    const deliverTo = { kind: 'address' as const, digitalAddress: '900001234567', point: { latitude: 10.03, longitude: 105.77 } };
    const { number } = await given.accepted({ deliverTo });
    expect((await redirect(number, await given.codeOf(number), { kind: 'address', street: ' ' })).status).not.toBe(204);
    expect((await redirect(number, await given.codeOf(number), { kind: 'address', street: '7 ngõ Chùa' })).status).toBe(204);
    expect(await staffSees(number)).toMatchObject({ address: '7 ngõ Chùa', point: null, digitalAddress: null, deliverTo: 'address' });
    expect((await staffSees(number)).redirectedAt).toEqual(expect.any(String));
  });

  it('goes to a counter of its operator in the province by another way, at the same postage', async () => {
    const { number } = await given.accepted();
    const [counter] = (await options(number)).counters as { code: string; name: string }[];
    const foreign = given.office('cuu-long', '92');
    expect((await redirect(number, await given.codeOf(number), { kind: 'office', officeCode: foreign.code })).body.code).toBe(
      'redirect.office',
    );
    const before = await staffSees(number);
    expect((await redirect(number, await given.codeOf(number), { kind: 'office', officeCode: counter!.code })).status).toBe(204);
    expect(await staffSees(number)).toMatchObject({
      deliverTo: 'office',
      deliveryOffice: { code: counter!.code },
      promisedOn: before.promisedOn,
      postageVnd: before.postageVnd,
    });
    const [{ ends }] = (await given.rows<{ ends: boolean }>(
      'select route[array_upper(route, 1)] = delivery_office_id as ends from postal.parcel where number = $1',
      [number],
    )) as [{ ends: boolean }];
    expect(ends).toBe(true);
  });

  it('is not called back from the postman’s bag, but after a failed attempt', async () => {
    const { number } = await given.outForDelivery();
    const to = { kind: 'address', street: '7 ngõ Chùa' };
    expect((await options(number)).mayRedirect).toBe(false);
    expect((await redirect(number, await given.codeOf(number), to)).body.code).toBe('redirect.state');
    await given.record([given.aScan(number, 'EMH', { reason: 'absent' })]);
    expect((await options(number)).mayRedirect).toBe(true);
    expect((await redirect(number, await given.codeOf(number), to)).status).toBe(204);
  });
});

describe('a delivery that the recipient says did not happen', () => {
  const delivered = async () => {
    const parcel = await given.outForDelivery();
    await given.deliver(parcel.number, parcel.code);
    return parcel;
  };
  const dispute = async (number: string) => ask(number, 'dispute', { code: await given.codeOf(number), words: 'Tôi đi vắng cả ngày' });
  const manager = () => given.managerOf(given.target);
  const reviewOf = async (number: string) =>
    (
      (await world.http('GET', '/post/delivery-reviews?limit=100', { as: manager() })).body.data as { id: string; parcelNumber: string }[]
    ).find((one) => one.parcelNumber === number)!;
  const decide = (id: string, verdict: string, as = manager()) =>
    world.http('POST', `/post/delivery-reviews/${id}/decision`, { as, body: { verdict, note: 'Đã gọi hàng xóm' } });
  const told = async (number: string, template: string) =>
    (
      await given.rows<{ body: string }>('select body from platform.message where template = $1 and body like $2', [
        template,
        `%${number}%`,
      ])
    ).map(({ body }) => body);

  it('was told how to say so, for 48 hours, and is looked at once', async () => {
    const { number } = await delivered();
    expect((await told(number, 'postal.delivered'))[0]).toMatch(new RegExp(`48 giờ: .*/theo-doi/${number} /`));
    expect((await dispute(number)).status).toBe(204);
    expect((await options(number)).disputed).toBe(true);
    expect((await dispute(number)).body.code).toBe('dispute.already');
    expect(await reviewOf(number)).toMatchObject({ patterns: [], dispute: 'Tôi đi vắng cả ngày', state: 'open' });
    const late = await delivered();
    world.clock.advance(48 * HOUR);
    expect((await options(late.number)).disputeUntil).toBeNull();
    expect((await dispute(late.number)).body.code).toBe('dispute.too-late');
    const open = await given.outForDelivery();
    expect((await dispute(open.number)).body.code).toBe('dispute.not-delivered');
  });

  it('is taken back with its cash when a manager upholds it and a second person confirms', async () => {
    const { number } = await delivered();
    await dispute(number);
    const { id } = await reviewOf(number);
    expect((await decide(id, 'upheld')).status).toBe(204);
    expect(await given.stateOf(number)).toBe('delivered');
    const clerk = given.clerkOf(given.target);
    const waiting = (await world.http('GET', '/post/corrections', { as: clerk })).body.data as { id: string; scanId: string }[];
    const { id: correction } = waiting.find(({ scanId }) => scanId === id)!;
    expect((await world.http('POST', `/post/corrections/${correction}/confirmation`, { as: clerk })).status).toBe(200);
    expect(await given.stateOf(number)).toBe('out_for_delivery');
    expect(await given.ledger(number)).toEqual({ recipient: 120_000, sender: -120_000, cash: 0 });
    expect(await told(number, 'postal.dispute-decided')).toHaveLength(1);
  });

  it('stands when the manager finds that it happened, and the recipient is told why', async () => {
    const { number } = await delivered();
    await dispute(number);
    expect((await decide((await reviewOf(number)).id, 'dismissed')).status).toBe(204);
    expect((await told(number, 'postal.dispute-decided'))[0]).toContain('Đã gọi hàng xóm');
    expect(await given.rows('select 1 from postal.scan_correction where parcel_number = $1', [number])).toEqual([]);
  });
});
