import { sql, type Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from '../households.factory.js';
import { PayoutAccounts } from './payout-accounts.js';

const HOUR = 3_600_000;

describe('where a household’s money goes', () => {
  let world: World;
  let given: HouseholdsGiven;
  beforeAll(async () => {
    world = await testWorld(HOUSEHOLDS_WORLD);
    given = new HouseholdsGiven(world, anActor);
  });
  afterAll(() => world.close());

  const codeOf = async (as: Actor): Promise<string> => {
    expect((await world.http('POST', '/household/payout-account/code', { as })).status).toBe(202);
    const [message] = await sql<{ body: string }>(
      world.db.read,
      `select body from platform.message where recipient = $1 and body like '%đổi tài khoản%' order by body ~ '^[0-9]{6} ' desc, sent_at desc, id limit 1`,
      [as.phone],
    );
    return message!.body.slice(0, 6);
  };
  const change = (as: Actor, code: string, more: object = {}) =>
    world.http('PUT', '/household/payout-account', {
      as,
      body: { bankBin: '970436', accountNumber: '0123 456 789', holderName: 'Trần Văn Bền', code, ...more },
    });
  const current = async (id: string) => (await world.get(PayoutAccounts).current(world.db.read, [id])).get(id)?.accountNumber;

  it('changes with a fresh code, a day later, after all members were told; it is shown masked', async () => {
    const { id, owner } = await given.household();
    expect((await change(owner, await codeOf(owner))).status).toBe(204);
    const { accounts } = (await world.http('GET', '/household/payout-account', { as: owner })).body;
    expect(accounts).toEqual([expect.objectContaining({ state: 'pending', accountNumber: '•••••• 6789', holderName: 'TRAN VAN BEN' })]);
    expect(JSON.stringify(accounts)).not.toContain('0123456789');
    const told = await sql(world.db.read, `select 1 from platform.message where template = 'households.payout-change' and recipient = $1`, [
      owner.phone,
    ]);
    expect(told).toHaveLength(1);
    world.clock.advance(24 * HOUR - 1);
    expect(await current(id)).toBeUndefined();
    world.clock.advance(1);
    expect(await current(id)).toBe('0123456789');
  });

  it('stays where it was when any member cancels within the day, and the history keeps both', async () => {
    const { id, owner } = await given.household();
    await change(owner, await codeOf(owner));
    world.clock.advance(25 * HOUR);
    await change(owner, await codeOf(owner), { accountNumber: '9999999999' });
    expect((await change(owner, '000000', { accountNumber: '8888888888' })).body.code).toBe('payout.open');
    world.clock.advance(23 * HOUR);
    expect((await world.http('DELETE', '/household/payout-account/change', { as: owner })).status).toBe(204);
    world.clock.advance(2 * HOUR);
    expect(await current(id)).toBe('0123456789');
    const { accounts } = (await world.http('GET', '/household/payout-account', { as: owner })).body;
    expect(accounts.map((account: { state: string }) => account.state)).toEqual(['cancelled', 'current']);
    expect((await world.http('DELETE', '/household/payout-account/change', { as: owner })).status).toBe(404);
  });

  it('cannot be changed by guessing, with a used code, or with the code of another household', async () => {
    const { id, owner } = await given.household();
    const other = await given.household();
    const foreign = await codeOf(other.owner);
    const code = await codeOf(owner);
    const wrong = [...'012345']
      .map((digit) => digit.repeat(6))
      .filter((guess) => guess !== code)
      .slice(0, 4);
    for (const guess of wrong) expect((await change(owner, guess)).body.code).toBe('code.wrong');
    expect((await change(owner, foreign === code ? '999999' : foreign)).body.code).toBe('code.wrong');
    expect((await change(owner, code)).body.code).toBe('code.expired');
    expect(await sql(world.db.read, 'select 1 from households.payout_account where household_id = $1', [id])).toEqual([]);
  });

  it('is for owners alone: not for a member, and never for somebody who only acts for the household', async () => {
    const { id, owner } = await given.household();
    const acting = given.acting(id);
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/code'],
      ['DELETE', '/change'],
    ] as const)
      expect((await world.http(method, `/household/payout-account${path}`, { as: acting })).body.code).toBe('household.members-only');
    expect((await change(acting, '000000')).body.code).toBe('household.members-only');
    const person = await given.person();
    const invite = await world.http('POST', '/household/invites', { as: owner, body: { phone: person.phone, role: 'member' } });
    await world.http('POST', `/household-invites/${invite.body.id}/acceptance`, { as: person });
    const member = await given.again(person);
    expect((await world.http('POST', '/household/payout-account/code', { as: member })).body.code).toBe('household.owners-only');
    expect((await world.http('GET', `/household/payout-account?household=${id}`, { as: (await given.household()).owner })).status).toBe(
      404,
    );
  });

  it('names what is wrong with an account', async () => {
    const { owner } = await given.household();
    expect((await change(owner, '000000', { bankBin: '123456' })).body).toMatchObject({
      code: 'payout.bank',
      errors: [{ pointer: '/bankBin' }],
    });
    expect((await change(owner, '000000', { accountNumber: '12/34' })).body).toMatchObject({
      code: 'payout.number',
      errors: [{ pointer: '/accountNumber' }],
    });
  });
});
