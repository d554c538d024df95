import { randomUUID } from 'node:crypto';
import { sql, type Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { HOUSEHOLDS_WORLD, HouseholdsGiven } from '../households.factory.js';
import { ImportRegister, SellingStandings, type RegisterRow, type SellingStanding } from '../index.js';

const standings = new Map<string, SellingStanding>();

/** What households sell belongs to another lib; here the test says it. */
class SaidStandings extends SellingStandings {
  async of(): Promise<Map<string, SellingStanding>> {
    return standings;
  }
}

describe('the call lists of a register', () => {
  let world: World;
  let given: HouseholdsGiven;

  beforeAll(async () => {
    world = await testWorld({ ...HOUSEHOLDS_WORLD, providers: [{ provide: SellingStandings, useClass: SaidStandings }] });
    given = new HouseholdsGiven(world, anActor);
  });
  afterAll(() => world.close());
  beforeEach(() => standings.clear());

  const row = (name: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
    name,
    representative: null,
    address: null,
    products: null,
    slug: null,
    phone: null,
    ...more,
  });
  async function bring(asOf: string, ...rows: RegisterRow[]): Promise<string> {
    await world.db.transaction((tx) => world.get(ImportRegister).run(tx, { commune: given.here, asOf, source: 'UBND xã', rows }));
    const [version] = await sql<{ id: string }>(
      world.db.read,
      'select id from households.register_version order by imported_at desc, as_of desc limit 1',
    );
    world.clock.advance(1000);
    return version!.id;
  }
  const sheet = (id: string, as: Actor) => world.http('GET', `/registers/${id}/calls`, { as });

  it('names who is missing, who shows nothing and who sells nothing since the register’s quarter began, with telephones', async () => {
    const [selling, idle, bare, waiting] = await Promise.all([
      given.household(),
      given.household(),
      given.household(),
      given.household({ approved: false }),
    ]);
    standings.set(selling.id, { publishedProducts: 1, lastOrderedOn: '2026-10-01' });
    standings.set(idle.id, { publishedProducts: 3, lastOrderedOn: '2026-09-30' });
    const names = [selling, idle, bare, waiting].map(({ name }) => row(name));
    const id = await bring('2026-11-01', ...names, row('Hộ Cao Thị Lụa', { representative: 'Cao Thị Lụa', phone: '+84500000777' }));
    const { status, body } = await sheet(id, given.clerk());
    expect([status, body.since, body.asOf]).toEqual([200, '2026-10-01', '2026-11-01']);
    expect(body.data.map(({ name, list, phone }: Record<string, unknown>) => [name, list, phone])).toEqual([
      [idle.name, 'not_selling', idle.owner.phone],
      [bare.name, 'no_product', bare.owner.phone],
      [waiting.name, 'missing', waiting.owner.phone],
      ['Hộ Cao Thị Lụa', 'missing', '+84500000777'],
    ]);
    const read = await sql(world.db.read, `select subject_id as id from platform.trail_entry where action = 'register.phones-read'`);
    expect(read).toEqual([{ id }]);
  });

  it('keeps what came of a call, also when the next register comes, and who called', async () => {
    const caller = Object.assign(given.clerk(), { accountId: (await given.person('Nguyễn Thị Gọi')).accountId });
    const first = await bring('2026-11-02', row('Hộ Mai Văn Đậu'));
    const { body } = await sheet(first, caller);
    const call = { outcome: 'needs_help', note: 'Hẹn thứ Hai đến nhà' };
    expect((await world.http('POST', `/registers/entries/${body.data[0].id}/calls`, { as: caller, body: call })).status).toBe(204);
    const next = await bring('2026-11-03', row('HỘ MAI VĂN ĐẬU'), row('Hộ Mai Văn Dậu'));
    const { data } = (await sheet(next, caller)).body;
    expect(data.map(({ lastCall }: { lastCall: unknown }) => lastCall)).toEqual([
      { ...call, calledAt: expect.any(String), calledBy: 'Nguyễn Thị Gọi' },
      null,
    ]);
  });

  it('is not found by another place’s clerk or official, and shut to everybody else', async () => {
    const id = await bring('2026-11-04', row('Hộ Lường Văn Sáo'));
    const [{ entry }] = (await sql(world.db.read, 'select id as entry from households.register_entry where version_id = $1', [id])) as [
      { entry: string },
    ];
    const answers = [];
    for (const as of [given.clerk(given.elsewhere.code), given.official('province', '01'), anActor()]) {
      const noted = await world.http('POST', `/registers/entries/${entry}/calls`, { as, body: { outcome: 'other' } });
      answers.push([(await sheet(id, as)).status, noted.status]);
    }
    expect(answers).toEqual([
      [404, 404],
      [404, 404],
      [403, 403],
    ]);
    expect((await sheet(randomUUID(), given.official())).status).toBe(404);
    expect((await sheet(id, given.official('province', '92'))).status).toBe(200);
    const empty = { as: given.official(), body: { outcome: 'sold' } };
    expect((await world.http('POST', `/registers/entries/${entry}/calls`, empty)).status).toBe(400);
  });

  it('shows the newest register by the end of a quarter', async () => {
    await bring('2026-08-31', row('Hộ của quý ba'));
    const ofQuarter = async (quarter: string) =>
      (await world.http('GET', `/registers?quarter=${quarter}`, { as: given.clerk() })).body.data.map(({ asOf }: { asOf: string }) => asOf);
    expect([await ofQuarter('2026-Q3'), await ofQuarter('2026-Q2'), await ofQuarter('')]).toEqual([['2026-08-31'], [], ['2026-11-04']]);
  });
});
