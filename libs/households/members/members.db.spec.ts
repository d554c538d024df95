import { sql, type Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from '../households.factory.js';

describe('the people of a household', () => {
  let world: World;
  let given: HouseholdsGiven;
  beforeAll(async () => {
    world = await testWorld(HOUSEHOLDS_WORLD);
    given = new HouseholdsGiven(world, anActor);
  });
  afterAll(() => world.close());

  const invite = (as: Actor, phone: string, role = 'member') => world.http('POST', '/household/invites', { as, body: { phone, role } });
  const accept = (as: Actor, id: string) => world.http('POST', `/household-invites/${id}/acceptance`, { as });

  /** Somebody who was invited and said yes, on their next request. */
  async function joined(owner: Actor, role = 'member'): Promise<Actor> {
    const person = await given.person('Út Lành');
    const { id } = (await invite(owner, person.phone, role)).body;
    await accept(person, id);
    return given.again(person);
  }

  it('join by an invite to their phone, act on the very next request, and no more after they are removed', async () => {
    const { id, name, owner } = await given.household();
    const person = await given.person('Út Lành');
    const invited = await invite(owner, person.phone.replace('+84', '0'));
    expect([invited.status, invited.body]).toEqual([201, expect.objectContaining({ phone: person.phone, role: 'member' })]);
    expect((await invite(owner, person.phone)).body.code).toBe('invite.open');
    const mine = await world.http('GET', '/household-invites', { as: person });
    expect(mine.body.data).toEqual([expect.objectContaining({ id: invited.body.id, householdName: name })]);
    expect((await accept(await given.person(), invited.body.id)).status).toBe(404);
    expect((await world.http('GET', '/household/profile', { as: person })).status).toBe(403);
    expect((await accept(person, invited.body.id)).status).toBe(204);
    const member = await given.again(person);
    expect((await world.http('GET', '/household/profile', { as: member })).body.id).toBe(id);
    expect((await accept(person, invited.body.id)).status).toBe(404);
    expect((await invite(owner, person.phone)).body.code).toBe('member.known');
    expect((await world.http('DELETE', `/household/members/${person.accountId}`, { as: owner })).status).toBe(204);
    expect((await world.http('GET', '/household/profile', { as: await given.again(person) })).status).toBe(403);
  });

  it('may refuse an invite; one withdrawn or run out is not there any more', async () => {
    const { owner } = await given.household();
    const [no, late, withdrawn] = [await given.person(), await given.person(), await given.person()];
    const [first, second, third] = await Promise.all([no, late, withdrawn].map(async ({ phone }) => (await invite(owner, phone)).body.id));
    expect((await world.http('DELETE', `/household-invites/${first}`, { as: no })).status).toBe(204);
    expect((await world.http('DELETE', `/household/invites/${third}`, { as: owner })).status).toBe(204);
    expect([(await accept(no, first)).status, (await accept(withdrawn, third)).status]).toEqual([404, 404]);
    world.clock.advance(7 * 86_400_000);
    expect((await accept(late, second)).status).toBe(404);
    expect((await invite(owner, late.phone)).status).toBe(201);
  });

  it('always keep an owner, however many leave at once', async () => {
    const { id, owner } = await given.household();
    const other = await joined(owner, 'owner');
    const leave = (as: Actor) => world.http('DELETE', `/household/members/${as.accountId}`, { as });
    const answers = await Promise.all([leave(owner), leave(other)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([204, 409]);
    const [left] = await sql(
      world.db.read,
      `select count(*)::int as owners from households.member where household_id = $1 and role = 'owner'`,
      [id],
    );
    expect(left).toEqual({ owners: 1 });
  });

  it('are invited and removed by owners alone, never by a member or by somebody who only acts for the household', async () => {
    const { id, owner } = await given.household();
    const member = await joined(owner);
    expect((await invite(member, '0912000001')).body.code).toBe('household.owners-only');
    expect((await world.http('DELETE', `/household/members/${owner.accountId}`, { as: member })).body.code).toBe('household.owners-only');
    expect((await invite(given.acting(id), '0912000001')).body.code).toBe('household.members-only');
    expect((await invite(owner, '12')).body.errors[0].pointer).toBe('/phone');
  });

  it('of two households never see each other', async () => {
    const [one, other] = [await given.household(), await given.household()];
    const foreign = await joined(other.owner);
    const { id: invited } = (await invite(other.owner, '0987654321')).body;
    const as = one.owner;
    expect(JSON.stringify((await world.http('GET', '/household/members', { as })).body)).not.toContain(foreign.accountId);
    const asked = [
      world.http('GET', `/household/members?household=${other.id}`, { as }),
      world.http('DELETE', `/household/members/${foreign.accountId}`, { as }),
      world.http('DELETE', `/household/invites/${invited}`, { as }),
      world.http('DELETE', `/household/members/${foreign.accountId}?household=${other.id}`, { as }),
    ];
    expect((await Promise.all(asked)).map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
  });
});
