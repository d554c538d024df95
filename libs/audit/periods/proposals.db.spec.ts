import { createHash } from 'node:crypto';
import { SellerOrderDelivered } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, OfficialsRegister, sql, type Actor } from '@choxa/platform';
import { boundsOf } from '@choxa/standards';
import { anActor, testWorld, type World } from '@choxa/testing';
import { aDelivery } from '../facts/events.factory.js';
import { auditLib, AuditModule, VerifyPeriods } from '../index.js';

const [first, second] = [1, 2].map(() => anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' })) as [Actor, Actor];
const ofProvince = anActor({ role: 'official', scopeKind: 'province', scopeId: '92' });

const OTHER_PHONE = '+84500000013';

/** The register of people belongs to another lib; here the nation has the official who proposes and one more. */
class TwoOfficials extends OfficialsRegister {
  async phones(kind: string): Promise<string[]> {
    return kind === 'nation' ? [first.phone, OTHER_PHONE] : [];
  }
}

// The mutant e2e/mutants/own-proposal-confirmed.patch must make it fail.
describe('closing a period by two officials', () => {
  let world: World;
  /** Each test has one of its own. */
  let quarter: string;
  const quarters = ['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4', '2025-Q3'];

  beforeAll(async () => {
    world = await testWorld({
      libs: [placesLib, auditLib],
      imports: [AuditModule],
      providers: [{ provide: OfficialsRegister, useClass: TwoOfficials }],
    });
  });
  beforeEach(async () => {
    quarter = quarters.shift()!;
    await deliver();
  });
  afterAll(() => world.close());

  async function deliver(): Promise<void> {
    const order = aDelivery({ deliveredAt: boundsOf(quarter).from.toISOString() });
    await world.db.transaction((tx) => world.get(Events).publish(tx, SellerOrderDelivered, order));
    await world.drain();
  }
  const ask = (method: 'GET' | 'POST', path: string, as = first, body?: object) =>
    world.http(method, `/audit/periods/${quarter}/proposal${path}`, { as, ...(body && { body }) });
  const propose = (as = first, reason: string | null = null) => ask('POST', '', as, { reason });
  const confirm = (sha256: string, as = second) => ask('POST', '/confirmation', as, { sha256 });
  const withdraw = (as = first) => ask('POST', '/withdrawal', as);
  const state = async (as = first) => {
    const { data } = (await world.http('GET', '/audit/periods/states', { as })).body;
    return data.find(({ period }: { period: string }) => period === quarter);
  };
  const frozenRows = async () => {
    const [row] = await sql<{ count: number }>(
      world.db.read,
      `select (select count(*) from audit.product_period where version > 0 and period = $1)
         + (select count(*) from audit.period_figure where period = $1) as count`,
      [quarter],
    );
    return Number(row!.count);
  };

  it('signs to the byte what the first proposed and the second saw', async () => {
    const { sha256 } = (await propose()).body;
    expect(await state()).toMatchObject({ state: 'proposed', versions: [], proposal: { state: 'open', sha256, own: true, version: 1 } });
    expect(await frozenRows()).toBe(0);
    const seen = (await ask('GET', '', second)).body;
    expect(seen.proposal).toMatchObject({ own: false, proposedByName: first.name });
    expect(seen.figures.find(({ number }: { number: number }) => number === 12)).toMatchObject({ denominator: 1, value: '100.00' });
    const proposed = (await ask('GET', '/document', second)).text;
    expect(createHash('sha256').update(proposed).digest('hex')).toBe(sha256);
    world.clock.advance(3_600_000);
    expect((await confirm(sha256)).body).toMatchObject({ version: 1, sha256, proposedByName: first.name, closedByName: second.name });
    expect((await world.http('GET', `/audit/periods/${quarter}/versions/1/document`, { as: second })).text).toBe(proposed);
    expect(await state()).toMatchObject({ state: 'closed', proposal: null, versions: [{ closedByName: second.name }] });
    expect((await world.get(VerifyPeriods).run()).faults).toEqual([]);
  });

  it('lets nobody confirm his own, nor one he did not look at', async () => {
    const { sha256 } = (await propose()).body;
    expect((await confirm(sha256, first)).body.code).toBe('period.own-proposal');
    expect((await confirm('0'.repeat(64))).body.code).toBe('period.other-proposal');
    await withdraw();
    world.clock.advance(1_000);
    await propose(second);
    expect((await confirm(sha256, first)).body.code).toBe('period.other-proposal');
    const byOne = `update audit.period_proposal set outcome = 'confirmed', ended_at = proposed_at, ended_by = proposed_by`;
    await expect(sql(world.db.read, byOne)).rejects.toThrow('period_proposal_by_two');
  });

  it('closes nothing when the facts came to say something else: the proposal says that it has lapsed, and is made anew', async () => {
    const { sha256 } = (await propose()).body;
    await deliver();
    expect((await confirm(sha256)).body.code).toBe('period.proposal-lapsed');
    expect(await state()).toMatchObject({ state: 'draft', versions: [], proposal: { state: 'lapsed', sha256 } });
    expect([await frozenRows(), (await ask('GET', '', second)).status]).toEqual([0, 404]);
    const anew = (await propose(second)).body;
    expect(anew.sha256).not.toBe(sha256);
    expect((await confirm(anew.sha256, first)).status).toBe(201);
  });

  it('is withdrawn by either, and corrects in the same way', async () => {
    await propose();
    expect((await withdraw(second)).status).toBe(204);
    expect([(await withdraw()).body.code, await state()]).toMatchObject(['period.not-proposed', { state: 'draft', proposal: null }]);
    await confirm((await propose()).body.sha256);
    await deliver();
    const reason = 'Bưu cục gửi chậm số liệu';
    const { sha256 } = (await propose(second, reason)).body;
    expect(await state()).toMatchObject({ state: 'closed', proposal: { version: 2, reason } });
    expect((await confirm(sha256, first)).body).toMatchObject({ version: 2, reason });
    expect(await trail()).toEqual(['proposed', 'withdrawn', 'proposed', 'closed', 'proposed', 'corrected']);
  });

  it('is told to the other official, and is of nobody else', async () => {
    const { sha256 } = (await propose()).body;
    const told = await sql(world.db.read, 'select recipient, template from platform.message where body like $1', ['Quý III năm 2025%']);
    expect(told).toEqual([{ recipient: OTHER_PHONE, template: 'audit.period-proposed' }]);
    for (const answer of [await ask('GET', '', ofProvince), await ask('GET', '/document', ofProvince), await confirm(sha256, ofProvince)])
      expect(answer.status).toBe(404);
    expect((await withdraw(ofProvince)).status).toBe(404);
    expect((await world.http('GET', '/audit/periods/states', { as: ofProvince })).body.data.every(noProposal)).toBe(true);
  });

  const noProposal = ({ proposal }: { proposal: object | null }) => proposal === null;
  async function trail(): Promise<string[]> {
    const rows = await sql<{ action: string }>(
      world.db.read,
      `select action from platform.trail_entry where action like 'period.%' and subject_id = $1 order by id`,
      [quarter],
    );
    return rows.map(({ action }) => action.slice('period.'.length));
  }
});
