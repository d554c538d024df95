import { QuarterReported, ReportAnswered, type QuarterReportedV1, type ReportAnsweredV1 } from '@choxa/postal-contract';
import { Events, Handles, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { placesLib, PlacesModule } from '@choxa/places';
import { aKey, CAN_THO, GivenPost } from '../given-post.factory.js';
import { postalLib } from '../postal.lib.js';
import { PostalModule } from '../postal.module.js';

const heard: QuarterReportedV1[] = [];

@Handles(QuarterReported)
class HearReports implements EventHandler<QuarterReportedV1> {
  async handle(_tx: Tx, { data }: EventEnvelope<QuarterReportedV1>): Promise<void> {
    heard.push(data);
  }
}

describe('the report of a quarter', () => {
  let world: World;
  let given: GivenPost;
  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, postalLib], imports: [PlacesModule, PostalModule], providers: [HearReports] });
    given = await GivenPost.in(world, anActor);
    const { number, code } = await given.outForDelivery();
    await given.deliver(number, code);
    await given.accepted();
  }, 90_000);
  afterAll(() => world.close());

  const manager = (operator = given.target.operatorId) => anActor({ role: 'postal_manager', scopeKind: 'operator', scopeId: operator });
  const draft = async (quarter = '2026-Q4') =>
    (await world.http('GET', `/post/quarter-reports?quarter=${quarter}`, { as: manager() })).body.data[0];
  const submit = (quarter: string, as = manager(), headers = aKey()) =>
    world.http('POST', '/post/quarter-reports', { as, headers, body: { operator: given.target.operatorId, quarter } });
  const correct = (body: object, as = manager()) =>
    world.http('POST', '/post/quarter-reports/corrections', {
      as,
      body: { operator: given.target.operatorId, quarter: '2026-Q4', ...body },
    });

  it('is drafted from the parcels and offices of the operator alone', async () => {
    const { figures, operatorName, ended, versions } = await draft();
    expect([operatorName, ended, versions]).toEqual(['Bưu chính Sông Hồng (mẫu)', false, []]);
    const of = (indicator: string) => figures.find((figure: { indicator: string }) => figure.indicator === indicator);
    expect(of('2')).toMatchObject({ numerator: 2, denominator: null });
    expect(of('13')).toMatchObject({ numerator: 1, denominator: 1 });
    expect(of('1')).toMatchObject({ denominator: 0 });
    expect(of('1').numerator).toBeGreaterThan(0);
    expect(of('6').denominator).toBe(3_321);
    const points = given.offices.filter(({ operatorCode, kind }) => operatorCode === 'buu-chinh-song-hong' && kind !== 'hub').length;
    expect(of('5').numerator).toBe(points);
    const other = manager(given.office('cuu-long', CAN_THO).operatorId);
    const { body } = await world.http('GET', '/post/quarter-reports?quarter=2026-Q4', { as: other });
    expect(body.data[0].figures.find((figure: { indicator: string }) => figure.indicator === '2').numerator).toBe(0);
  });

  it('is submitted when the quarter is over, with corrections and their reasons; each time as a version that stays', async () => {
    expect((await submit('2026-Q4')).body.code).toBe('report.quarter-running');
    expect((await correct({ indicator: '2', numerator: 12, reason: 'Cộng bưu gửi của đại lý' })).status).toBe(204);
    expect((await correct({ indicator: '2', numerator: 13, reason: '' })).status).toBe(400);
    world.clock.set(new Date('2027-01-08T03:00:00Z'));
    expect(await draft()).toMatchObject({ ended: true, dueOn: '2027-01-15', remind: true });
    const [as, key] = [manager(), aKey()];
    const first = await submit('2026-Q4', as, key);
    expect([first.status, first.body]).toEqual([201, { version: 1 }]);
    expect((await submit('2026-Q4', as, key)).text).toBe(first.text);
    await correct({ indicator: '2', numerator: 15, reason: 'Đếm lại' });
    expect((await submit('2026-Q4')).body).toEqual({ version: 2 });
    expect(await draft()).toMatchObject({ remind: false, versions: [{ version: 2 }, { version: 1 }] });
    await world.drain();
    // Facts may overtake each other.
    const versions = heard.toSorted((a, b) => a.version - b.version);
    expect(
      versions.map(({ operatorCode, quarter, version, figures }) => [
        operatorCode,
        quarter,
        version,
        figures.find(({ indicator }) => indicator === '2'),
      ]),
    ).toEqual([
      ['buu-chinh-song-hong', '2026-Q4', 1, { indicator: '2', numerator: 12, denominator: null, reason: 'Cộng bưu gửi của đại lý' }],
      ['buu-chinh-song-hong', '2026-Q4', 2, { indicator: '2', numerator: 15, denominator: null, reason: 'Đếm lại' }],
    ]);
  });

  it('says what became of a version: the first answer stays, another version waits for its own', async () => {
    const answer: ReportAnsweredV1 = {
      operatorCode: 'buu-chinh-song-hong',
      quarter: '2026-Q4',
      version: 1,
      verdict: 'returned',
      reason: 'Thiếu bưu cục miền Nam',
      answeredAt: '2027-01-09T02:00:00.000Z',
    };
    const tell = (change: Partial<ReportAnsweredV1>) =>
      world.db.transaction((tx) => world.get(Events).publish(tx, ReportAnswered, { ...answer, ...change }));
    await tell({});
    await world.drain();
    await tell({ verdict: 'accepted', reason: null });
    await tell({ operatorCode: 'nobody' });
    await world.drain();
    const { verdict, reason, answeredAt } = answer;
    expect((await draft()).versions).toMatchObject([
      { version: 2, verdict: null, reason: null, answeredAt: null },
      { version: 1, verdict, reason, answeredAt },
    ]);
  });

  it('is nobody’s but the operator’s managers’', async () => {
    const other = manager(given.office('cuu-long', CAN_THO).operatorId);
    expect((await submit('2026-Q3', other)).body.code).toBe('operator.not-managed');
    expect((await correct({ indicator: '2', numerator: 1, reason: 'Của người khác' }, other)).body.code).toBe('operator.not-managed');
    expect((await submit('2026-Q3', given.clerkOf(given.target))).status).toBe(403);
  });
});
