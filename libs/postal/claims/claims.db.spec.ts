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

const clerk = () => given.clerkOf(given.origin);
const manager = () => given.managerOf(given.origin);
const claim = async (number: string, party: 'recipient' | 'sender', kind: string) =>
  world.http('POST', `/parcels/${number}/claims`, {
    body: { code: await given.codeOf(number, party), party, kind, words: 'Chưa thấy hàng' },
  });
const listed = async (number: string, as = clerk()) =>
  ((await world.http('GET', '/post/claims?limit=100', { as })).body.data as { id: string; parcelNumber: string }[]).filter(
    (one) => one.parcelNumber === number,
  );
const answer = (id: string, how: string, body: object, as = manager()) => world.http('POST', `/post/claims/${id}/${how}`, { as, body });

describe('a claim for compensation', () => {
  it('is opened by the sender with a code, examined by a clerk, accepted by a manager and paid', async () => {
    world.clock.set(new Date('2026-11-19T12:00:00+07:00'));
    const { number, request } = await given.accepted();
    expect((await claim(number, 'sender', 'lost')).status).toBe(204);
    const [opened] = await listed(number);
    expect(opened).toMatchObject({
      state: 'opened',
      openedBy: 'sender',
      answerDueOn: '2026-12-10',
      overdue: false,
      mostVnd: 4 * 47_000,
    });
    expect((await answer(opened!.id, 'acceptance', {})).body.code).toBe('claim.state');
    expect((await answer(opened!.id, 'examination', { finding: 'Mất ở trung tâm vùng' }, clerk())).status).toBe(204);
    expect((await answer(opened!.id, 'acceptance', { sumVnd: 188_001 })).body.code).toBe('claim.sum');
    expect((await answer(opened!.id, 'acceptance', { sumVnd: 150_000 }, clerk())).status).toBe(403);
    expect((await answer(opened!.id, 'acceptance', { sumVnd: 150_000 })).status).toBe(204);
    expect((await answer(opened!.id, 'payment', { reference: 'CK-77' }, clerk())).status).toBe(204);
    expect(await listed(number)).toMatchObject([{ state: 'paid', sumVnd: 150_000, reference: 'CK-77' }]);
    const told = await given.rows<{ recipient: string }>(
      `select recipient from platform.message where template = 'postal.claim-answered' and body like $1`,
      [`%${number}%`],
    );
    expect(told).toEqual([{ recipient: `+84${request.sender.phone.slice(1)}` }]);
  });

  it('is open once for each kind, and refused with a reason that is told', async () => {
    const { number } = await given.accepted();
    await claim(number, 'recipient', 'delayed');
    expect((await claim(number, 'sender', 'delayed')).body.code).toBe('claim.open-already');
    const { id } = (await listed(number))[0]!;
    expect((await answer(id, 'refusal', {})).status).toBe(400);
    expect((await answer(id, 'refusal', { answer: 'Đến đúng hẹn' })).status).toBe(204);
    expect((await claim(number, 'sender', 'delayed')).status).toBe(204);
  });

  it('about damage comes after the delivery and within its month', async () => {
    const { number, code } = await given.outForDelivery();
    expect((await claim(number, 'recipient', 'damaged')).body.code).toBe('claim.not-now');
    await given.deliver(number, code);
    expect((await world.http('GET', `/parcels/${number}/options`)).body.claimKinds).toEqual(['lost', 'delayed', 'damaged', 'price']);
    world.clock.advance(32 * 86_400_000);
    expect((await claim(number, 'recipient', 'damaged')).body.code).toBe('claim.not-now');
  });

  it('is overdue the day after its last day, and seen by its own offices and operator only', async () => {
    const { number } = await given.accepted();
    const opened = await world.http('POST', `/post/parcels/${number}/claims`, {
      as: clerk(),
      body: { kind: 'lost', words: 'Khách báo mất' },
    });
    expect(opened.status).toBe(204);
    const stranger = given.clerkOf(given.office('cuu-long', '92'));
    expect(await listed(number, stranger)).toEqual([]);
    const foreign = { as: stranger, body: { kind: 'lost', words: 'x y' } };
    expect((await world.http('POST', `/post/parcels/${number}/claims`, foreign)).body.code).toBe('parcel.unknown');
    const { id } = (await listed(number))[0]!;
    expect((await answer(id, 'refusal', { answer: 'Không' }, given.managerOf(given.office('cuu-long', '92')))).status).toBe(404);
    world.clock.advance(60 * 86_400_000);
    expect(await listed(number)).toMatchObject([{ overdue: true }]);
  });
});
