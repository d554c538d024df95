import { sql } from '@choxa/platform';
import type { HttpAnswer } from '@choxa/testing';
import { IdentityWorld } from '../identity.factory.js';

// Promise 19. The mutant e2e/mutants/code-tries-uncounted.patch must make it fail.
describe('one-time codes', () => {
  let identity: IdentityWorld;
  beforeAll(async () => {
    identity = await IdentityWorld.open();
  });
  afterAll(() => identity.close());

  const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('keeps neither code nor token in the clear', async () => {
    const { phone, token } = await identity.signedIn();
    const code = await identity.codeSentTo(phone);
    const rows = JSON.stringify([
      await sql(identity.world.db.read, 'select * from identity.one_time_code where phone = $1', [identity.e164(phone)]),
      await sql(identity.world.db.read, 'select * from identity.session'),
    ]);
    expect(rows).not.toContain(`"${code}"`);
    expect(rows).not.toContain(token);
  });

  it('answers a known and an unknown phone alike, when asked for a code and when given a wrong one', async () => {
    const known = await identity.signedIn();
    const unknown = identity.aPhone();
    identity.world.clock.advance(1000);
    const [a, b] = [await identity.send(known.phone), await identity.send(unknown)];
    expect([a.status, a.body]).toEqual([202, { expiresAt: new Date(identity.world.clock.now().getTime() + 300_000).toISOString() }]);
    expect([b.status, b.body]).toEqual([a.status, a.body]);
    const withoutId = ({ status, body }: HttpAnswer) => ({ status, body: { ...body, requestId: '' } });
    const wrong = await Promise.all(
      [known.phone, unknown].map(async (phone) => identity.openSession(phone, otherThan(await identity.codeSentTo(phone)))),
    );
    expect(withoutId(wrong[0]!)).toEqual(withoutId(wrong[1]!));
    expect(wrong[0]!.body.code).toBe('code.wrong');
    const [row] = await sql(identity.world.db.read, 'select count(*)::int as n from identity.account where phone = $1', [
      identity.e164(unknown),
    ]);
    expect(row).toEqual({ n: 0 });
  });

  it('evaluates at most five of 200 guesses made at once, and then not even the right one', async () => {
    const phone = identity.aPhone();
    const code = await identity.newCodeFor(phone);
    const guesses = await Promise.all(
      Array.from({ length: 200 }, (_, i) => identity.openSession(phone, String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'))),
    );
    expect(guesses.map((answer) => answer.status)).toEqual(Array.from({ length: 200 }, () => 401));
    expect(guesses.filter((answer) => answer.body.code === 'code.wrong')).toHaveLength(5);
    expect((await identity.openSession(phone, code)).body.code).toBe('code.expired');
  });

  it('opens one session for fifty rivals with the right code', async () => {
    const phone = identity.aPhone();
    const code = await identity.newCodeFor(phone);
    const answers = await Promise.all(Array.from({ length: 50 }, () => identity.openSession(phone, code)));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    const [row] = await sql(
      identity.world.db.read,
      'select count(*)::int as n from identity.session join identity.account on account.id = account_id where phone = $1',
      [identity.e164(phone)],
    );
    expect(row).toEqual({ n: 1 });
  });

  it('lets a code work for five minutes, and an older one no longer', async () => {
    const phone = identity.aPhone();
    const first = await identity.newCodeFor(phone);
    identity.world.clock.advance(60_000);
    const second = await identity.newCodeFor(phone);
    if (first !== second) expect((await identity.openSession(phone, first)).body.code).toBe('code.wrong');
    identity.world.clock.advance(5 * 60_000);
    expect((await identity.openSession(phone, second)).body.code).toBe('code.expired');
  });

  it('sends five codes in a quarter of an hour even to rivals, and says how long to wait', async () => {
    const phone = identity.aPhone();
    const answers = await Promise.all(Array.from({ length: 20 }, () => identity.send(phone)));
    expect(answers.filter((answer) => answer.status === 202)).toHaveLength(5);
    const refused = answers.find((answer) => answer.status === 429)!;
    expect([refused.body.code, Number(refused.headers['retry-after'])]).toEqual(['code.too-many', 900]);
    const [row] = await sql(identity.world.db.read, 'select count(*)::int as n from platform.message where recipient = $1', [
      identity.e164(phone),
    ]);
    expect(row).toEqual({ n: 5 });
  });

  it('counts by the phone alone: a forged X-Forwarded-For changes nothing', async () => {
    const phone = identity.aPhone();
    const answers = [];
    for (let i = 0; i < 8; i += 1) answers.push(await identity.send(phone, 'sign-in', { 'x-forwarded-for': `203.0.113.${i}` }));
    expect(answers.map((answer) => answer.status)).toEqual([202, 202, 202, 202, 202, 429, 429, 429]);
  });

  it('sends a day no more codes to one block of numbers, or over all, than the limits in force allow', async () => {
    const limit = (scope: string, perDay: number, from: string, to: string | null) =>
      identity.world.db.read.query(
        `insert into identity.send_limit (scope, per_day, valid_from, valid_to, basis) values ($1, $2, $3, $4, 'test')`,
        [scope, perDay, from, to],
      );
    const numbers = (block: string, count: number) => Array.from({ length: count }, (_, i) => `${block}${String(i).padStart(3, '0')}`);
    const outcomes = async (phones: string[]) => {
      const answers = await Promise.all(phones.map((phone) => identity.send(phone)));
      return [202, 429].map((status) => answers.filter((answer) => answer.status === status).length);
    };
    identity.world.clock.set(new Date('2027-03-01T02:00:00Z'));
    await limit('block', 3, '2027-03-01', '2027-03-01');
    expect(await outcomes(numbers('0988111', 8))).toEqual([3, 5]);
    expect(await outcomes(numbers('0988112', 2))).toEqual([2, 0]);
    const refused = await identity.send('0988111999');
    expect([refused.body.code, Number(refused.headers['retry-after'])]).toEqual(['code.none-left', 15 * 3600]);

    identity.world.clock.set(new Date('2027-03-01T17:00:00Z')); // midnight in Vietnam: a new day, and the row is no longer in force
    await limit('all', 6, '2027-03-02', '2027-03-02');
    expect(await outcomes(numbers('0988111', 4))).toEqual([4, 0]);
    expect(await outcomes(numbers('0988333', 4))).toEqual([2, 2]);
  });

  it('refuses what is no mobile number, no code, or has extra fields', async () => {
    for (const phone of ['', '123', '024 3822 0000', '+1 202 555 0100', "0912' or 1=1"]) {
      const { status, body } = await identity.send(phone);
      expect([phone, status, body.errors[0].pointer]).toEqual([phone, 400, '/phone']);
    }
    const phone = identity.aPhone();
    for (const code of ['12345', '1234567', 'abcdef', '']) expect((await identity.openSession(phone, code)).status).toBe(400);
    const extra = await identity.openSession(phone, '123456', { role: 'admin' });
    expect([extra.status, extra.body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([400, ['/role']]);
    expect((await identity.world.http('POST', '/one-time-codes', { body: { phone, expiresAt: '2030-01-01T00:00:00Z' } })).status).toBe(400);
  });
});
