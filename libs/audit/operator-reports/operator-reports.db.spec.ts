import { placesLib } from '@choxa/places';
import { Events, Handles, sql, type EventEnvelope, type EventKind, type Tx } from '@choxa/platform';
import { OfficeChanged, QuarterReported, ReportAnswered, type ReportAnsweredV1 } from '@choxa/postal-contract';
import { anActor, testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from '../index.js';
import { anOffice } from '../office-registers/office.factory.js';
import { aReport } from './report.factory.js';

const heard: ReportAnsweredV1[] = [];

@Handles(ReportAnswered)
class HearAnswers {
  async handle(_tx: Tx, { data }: EventEnvelope<ReportAnsweredV1>): Promise<void> {
    heard.push(data);
  }
}

const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });

describe('reports of the operators', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule], providers: [HearAnswers] });
    world.clock.set(new Date('2026-10-20T09:00:00+07:00'));
    await tell(
      OfficeChanged,
      anOffice({ publicService: true }),
      anOffice({ internet: false, communeCode: '00008' }),
      anOffice({ operatorCode: 'cuu-long', operatorName: 'Bưu chính Cửu Long (mẫu)' }),
      anOffice({ operatorCode: 'truong-son', operatorName: 'Bưu chính Trường Sơn (mẫu)', validFrom: '2026-10-01' }),
    );
    await tell(QuarterReported, aReport(), aReport({ operatorCode: 'cuu-long', submittedAt: '2026-10-15T17:00:00.000Z' }));
  }, 90_000);
  afterAll(() => world.close());

  async function tell<Data extends object>(kind: EventKind<Data>, ...facts: Data[]): Promise<void> {
    await world.db.transaction((tx) => world.get(Events).publishAll(tx, kind, facts));
    await world.drain();
  }
  const get = (path = '', as = nation) => world.http('GET', `/audit/operator-reports${path}`, { as });
  const answer = (operator: string, body: object, as = nation) =>
    world.http('POST', `/audit/operator-reports/${operator}/answer`, { as, body: { quarter: '2026-Q3', version: 1, ...body } });
  const states = async () =>
    (await get()).body.data.map((row: { operatorCode: string; state: string; onTime: boolean }) => [
      row.operatorCode,
      row.state,
      row.onTime,
    ]);

  it('stand side by side for the quarter that ended last, with the time they had', async () => {
    const { body } = await get();
    expect(body).toMatchObject({ quarter: '2026-Q3', dueOn: '2026-10-15' });
    // Truong Son opened after the quarter, so nothing is due of it.
    expect(await states()).toEqual([
      ['cuu-long', 'late', false],
      ['song-hong', 'submitted', true],
    ]);
    expect((await world.http('GET', '/audit/indicators/10?period=2026-Q3', { as: nation })).body).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });

  it('are compared with our own facts, figure by figure', async () => {
    const { body } = await get('/song-hong?quarter=2026-Q3');
    const of = (wanted: string) => body.figures.find(({ indicator }: { indicator: string }) => indicator === wanted);
    expect(of('5')).toMatchObject({
      reported: { numerator: 2 },
      ours: { numerator: 2, denominator: 3_321 },
      difference: 0,
      differs: false,
    });
    expect(of('6')).toMatchObject({ ours: { numerator: 2 }, difference: -1, percent: '-50.00', differs: true });
    expect(of('7')).toMatchObject({ ours: { numerator: 1, denominator: 2 }, differs: false });
    expect(of('14')).toMatchObject({ ours: { numerator: 1, denominator: 2 }, difference: -1, percent: '-100.00' });
    expect(body).toMatchObject({ state: 'submitted', version: 1, open: true, faults: [] });
  });

  it('are returned with a reason and accepted anew, each version once; the operator hears of both', async () => {
    expect((await answer('song-hong', { verdict: 'returned' })).body.code).toBe('report.reason');
    const both = await Promise.all([1, 2].map(() => answer('song-hong', { verdict: 'returned', reason: 'Sai số xã' })));
    expect(both.map(({ status, body }) => [status, body?.code ?? '']).sort()).toEqual([
      [204, ''],
      [409, 'report.answered'],
    ]);
    expect(await states()).toContainEqual(['song-hong', 'returned', true]);
    await tell(QuarterReported, aReport({ version: 2, submittedAt: '2026-10-20T01:00:00.000Z' }));
    expect(await states()).toContainEqual(['song-hong', 'submitted', true]);
    expect((await answer('song-hong', { verdict: 'accepted' })).body.code).toBe('report.newer');
    expect((await answer('song-hong', { version: 2, verdict: 'accepted' })).status).toBe(204);
    expect(await states()).toContainEqual(['song-hong', 'accepted', true]);
    await world.drain();
    expect(heard.map(({ version, verdict, reason }) => [version, verdict, reason])).toEqual([
      [1, 'returned', 'Sai số xã'],
      [2, 'accepted', null],
    ]);
    const trail = await sql(
      world.db.read,
      `select action from platform.trail_entry where subject_kind = 'operator-report' order by action`,
    );
    expect(trail).toEqual([{ action: 'report.accepted' }, { action: 'report.returned' }]);
  });

  it('keep the comparison that was before whoever answered', async () => {
    await tell(OfficeChanged, anOffice({ officeCode: 'SH-late', communeCode: '00025' }));
    const first = (await get('/song-hong?version=2')).body;
    expect(first.open).toBe(false);
    expect(first.figures.find(({ indicator }: { indicator: string }) => indicator === '5').ours.numerator).toBe(2);
    const { body } = await get();
    expect(body.data[1].figures.find(({ indicator }: { indicator: string }) => indicator === '5').ours.numerator).toBe(3);
  });

  it('with impossible figures can only be returned', async () => {
    const faulty = aReport().figures.map((figure) => (figure.indicator === '7' ? { ...figure, numerator: 3 } : figure));
    await tell(QuarterReported, aReport({ operatorCode: 'cuu-long', version: 2, figures: faulty }));
    expect((await get('/cuu-long')).body.faults).toEqual([{ indicator: '7', fault: 'above-whole' }]);
    expect((await answer('cuu-long', { version: 2, verdict: 'accepted' })).body.code).toBe('report.faulty');
    expect((await answer('cuu-long', { version: 2, verdict: 'returned', reason: 'Tử số lớn hơn mẫu số' })).status).toBe(204);
  });

  it('are not found by officials of a province, nor for an operator or version that is none', async () => {
    const province = anActor({ role: 'official', scopeKind: 'province', scopeId: '01' });
    expect((await get('', province)).status).toBe(404);
    expect((await get('/song-hong', province)).status).toBe(404);
    expect((await answer('song-hong', { verdict: 'accepted' }, province)).status).toBe(404);
    expect((await get('/nobody')).status).toBe(404);
    expect((await get('/song-hong?version=9')).status).toBe(404);
  });
});
