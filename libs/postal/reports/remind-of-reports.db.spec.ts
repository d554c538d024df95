import { StaffRegister, type StaffMember } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { placesLib, PlacesModule } from '@choxa/places';
import { aKey, CAN_THO, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';
import { RemindOfReports } from './remind-of-reports.js';

/** The register of people belongs to another lib; here each operator has one manager, named after it. */
class OneManagerEach extends StaffRegister {
  async at(): Promise<StaffMember[]> {
    return [];
  }
  async assign(): Promise<void> {}
  async end(): Promise<boolean> {
    return false;
  }
  async managerPhones(operatorId: string): Promise<string[]> {
    return [`manager of ${operatorId}`];
  }
}

describe('the reminder of a quarter’s report', () => {
  let world: World;
  let given: GivenPost;

  beforeAll(async () => {
    world = await testWorld({
      libs: [placesLib, postalLib],
      imports: [PlacesModule, PostalModule],
      providers: [{ provide: StaffRegister, useClass: OneManagerEach }],
    });
    given = await GivenPost.in(world, anActor);
  }, 90_000);
  afterAll(() => world.close());

  const at = (day: string) => world.clock.set(new Date(`${day}T08:00:00+07:00`));
  const look = () => world.get(RemindOfReports).run();
  const told = () =>
    given.rows<{ to: string; body: string }>(
      `select recipient as to, body from platform.message where template = 'postal.report-due' order by sent_at, recipient`,
    );

  it('goes to the managers of operators that have not reported, once, in the last days before the deadline', async () => {
    const { operatorId } = given.target;
    const other = given.office('cuu-long', CAN_THO).operatorId;
    at('2027-01-03');
    const report = { as: given.managerOf(given.target), headers: aKey(), body: { operator: operatorId, quarter: '2026-Q4' } };
    expect((await world.http('POST', '/post/quarter-reports', report)).status).toBe(201);
    expect(await look()).toBe(0);
    at('2027-01-05');
    const [one, rival] = await Promise.all([look(), look()]);
    expect(one + rival).toBe(2);
    expect(await look()).toBe(0);
    const messages = await told();
    expect(messages).toHaveLength(2);
    expect(messages.map(({ to }) => to)).toContain(`manager of ${other}`);
    expect(messages.map(({ to }) => to)).not.toContain(`manager of ${operatorId}`);
    expect(messages[0]!.body).toMatch(/quý 4\/2026 .*15\/01\/2027/);
  });

  it('is silent after the deadline', async () => {
    at('2027-04-16');
    expect(await look()).toBe(0);
  });
});
