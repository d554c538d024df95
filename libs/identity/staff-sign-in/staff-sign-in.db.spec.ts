import { sql } from '@choxa/platform';
import { IdentityWorld } from '../identity.factory.js';
import { PasswordHashes } from '../passwords/password-hashes.js';

describe('sign-in of staff', () => {
  let identity: IdentityWorld;
  beforeAll(async () => {
    identity = await IdentityWorld.open();
  });
  afterAll(() => identity.close());

  const rolesOf = async (token: string) => (await identity.me(token)).body.roles.map((role: { role: string }) => role.role);

  it('takes an invited clerk from a code on the phone to password, authenticator and the roles of a clerk', async () => {
    const phone = await identity.invited();
    const { token } = await identity.signedIn(phone);
    expect([await rolesOf(token), (await identity.me(token)).body.secondFactor]).toEqual([['shopper'], 'to-set-up']);

    const password = 'bưu cục xã Cầu Kè';
    const code = await identity.newCodeFor(phone, 'password');
    const poor = await identity.as(token, 'POST', '/passwords', { phone, code, password: phone });
    expect([poor.status, poor.body.errors[0].pointer]).toEqual([400, '/password']);
    expect((await identity.as(token, 'POST', '/passwords', { phone, code, password })).status).toBe(204);
    expect((await identity.givePassword(phone, password)).body.code).toBe('factor.missing');

    const offer = (await identity.as(token, 'POST', '/me/second-factor', { password })).body;
    expect([offer.uri.includes(offer.secret), offer.qrSvg.startsWith('<svg ')]).toEqual([true, true]);
    expect((await identity.as(token, 'POST', '/me/second-factor/confirmation', { code: '000000' })).body.code).toBe('factor.wrong');
    const confirmed = await identity.as(token, 'POST', '/me/second-factor/confirmation', { code: identity.codeNow(offer.secret) });
    const raised = identity.tokenOf(confirmed);
    expect([await rolesOf(raised), (await identity.me(raised)).body.secondFactor]).toEqual([['shopper', 'clerk'], 'given']);
    expect((await identity.me(token)).status).toBe(401);
    expect((await identity.me((await identity.signedIn(phone)).token)).body.secondFactor).toBe('to-give');
  });

  it('opens a session for password and code, once for each time step, also to rivals', async () => {
    const staff = await identity.staff();
    const code = await identity.nextCode(staff.secret);
    const halves = await Promise.all([1, 2, 3].map(() => identity.givePassword(staff.phone, staff.password)));
    const answers = await Promise.all(halves.map(({ body }) => identity.giveFactor(body.token, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401]);
    const opened = answers.find(({ status }) => status === 201)!;
    expect(await rolesOf(identity.tokenOf(opened))).toEqual(['shopper', 'clerk']);
    const used = await identity.giveFactor(halves[answers.indexOf(opened)]!.body.token, await identity.nextCode(staff.secret));
    expect(used.body.code).toBe('factor.expired');
  });

  it('takes a recovery code once, in place of the authenticator', async () => {
    const staff = await identity.staff();
    const [first, second] = staff.recoveryCodes;
    const give = async (code: string) =>
      (await identity.giveFactor((await identity.givePassword(staff.phone, staff.password)).body.token, code)).status;
    expect([await give(first!.toLowerCase()), await give(first!), await give(second!)]).toEqual([201, 401, 201]);
    const token = await identity.staffSession(staff);
    const fresh = (await identity.as(token, 'POST', '/me/recovery-codes', { password: staff.password })).body.recoveryCodes;
    expect([fresh.length, await give(staff.recoveryCodes[2]!), await give(fresh[0])]).toEqual([10, 401, 201]);
  });

  it('keeps no password, recovery code or half sign-in in the clear', async () => {
    const staff = await identity.staff();
    const half = (await identity.givePassword(staff.phone, staff.password)).body;
    const kept = JSON.stringify([
      await sql(identity.world.db.read, 'select * from identity.credential'),
      await sql(identity.world.db.read, 'select * from identity.recovery_code'),
      await sql(identity.world.db.read, 'select * from identity.half_sign_in'),
    ]);
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const secret of [staff.password, half.token, staff.recoveryCodes[0]!]) expect(kept).not.toContain(secret);
  });

  it('does the same work and says the same for a known phone, one without a password and an unknown one', async () => {
    const [known, without, unknown] = [(await identity.staff()).phone, await identity.invited(), identity.aPhone()];
    const hashes = identity.world.get(PasswordHashes);
    const checked: string[] = [];
    const real = hashes.matches.bind(hashes);
    hashes.matches = async (hash, password) => {
      checked.push(password);
      return real(hash, password);
    };
    for (const phone of [known, without, unknown]) {
      const answers = [];
      for (let i = 0; i < 6; i += 1) answers.push(await identity.givePassword(phone, `đoán ${phone}`));
      expect(answers.map(({ body }) => body.code)).toEqual([...Array.from({ length: 5 }, () => 'password.wrong'), 'password.locked']);
      expect(answers[5]!.headers['retry-after']).toBe('60');
      expect(checked.filter((password) => password === `đoán ${phone}`)).toHaveLength(5);
    }
    hashes.matches = real;
  });

  it('looks at five of sixty passwords guessed at once, then waits longer each time', async () => {
    const { phone, password } = await identity.staff();
    const guesses = await Promise.all(Array.from({ length: 60 }, (_, i) => identity.givePassword(phone, `đoán lần ${i}`)));
    expect(guesses.filter(({ body }) => body.code === 'password.wrong')).toHaveLength(5);
    expect(guesses.filter(({ body }) => body.code === 'password.locked')).toHaveLength(55);
    expect((await identity.givePassword(phone, password)).body.code).toBe('password.locked');
    identity.world.clock.advance(60_000);
    expect((await identity.givePassword(phone, 'sai nữa')).body.code).toBe('password.wrong');
    expect((await identity.givePassword(phone, password)).headers['retry-after']).toBe('120');
    identity.world.clock.advance(120_000);
    expect((await identity.givePassword(phone, password)).status).toBe(201);
    expect((await identity.givePassword(phone, 'sai một lần')).body.code).toBe('password.wrong');
    expect((await identity.givePassword(phone, password)).status).toBe(201);
  });

  it('locks the second factor too, however often the password is given anew', async () => {
    const { phone, password, secret } = await identity.staff();
    const codes = [];
    for (let i = 0; i < 6; i += 1) {
      const { token } = (await identity.givePassword(phone, password)).body;
      codes.push((await identity.giveFactor(token, '000000')).body.code);
    }
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'factor.wrong'), 'factor.locked']);
    const { token } = (await identity.givePassword(phone, password)).body;
    expect((await identity.giveFactor(token, await identity.nextCode(secret))).body.code).toBe('factor.locked');
    expect((await identity.giveFactor(token, await identity.nextCode(secret))).status).toBe(201);
  });

  it('lets nobody with phone and password alone replace the second factor, and only staff have a password', async () => {
    const { phone, password } = await identity.staff();
    const { token } = await identity.signedIn(phone);
    for (const path of ['/me/second-factor', '/me/recovery-codes'])
      expect((await identity.as(token, 'POST', path, { password })).body.code).toBe('auth.second-factor');
    const shopper = identity.aPhone();
    const code = await identity.newCodeFor(shopper, 'password');
    const answer = await identity.world.http('POST', '/passwords', { body: { phone: shopper, code, password } });
    expect(answer.body.code).toBe('password.staff-only');
    expect((await identity.openSession(phone, await identity.newCodeFor(phone, 'password'))).body.code).toBe('code.expired');
  });
});
