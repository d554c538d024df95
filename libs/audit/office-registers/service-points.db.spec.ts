import { placesLib } from '@choxa/places';
import { Events, sql } from '@choxa/platform';
import { OfficeChanged, PublicServiceServed, QuarterReported, type OfficeChangedV1 } from '@choxa/postal-contract';
import { testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from '../index.js';
import { anOffice } from './office.factory.js';

describe('what operators tell', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterAll(() => world.close());

  async function tell<Data extends object>(kind: { name: string; data?: Data }, ...facts: Data[]): Promise<void> {
    for (const fact of facts) await world.db.transaction((tx) => world.get(Events).publish(tx, kind, fact));
    await world.drain();
  }
  const versionOn = async (office: OfficeChangedV1, day: string) => {
    const rows = await sql<{ version: number }>(
      world.db.read,
      `select version from audit.service_point where office_code = $1 and holds_from <= $2 and (holds_until is null or holds_until > $2)`,
      [office.officeCode, day],
    );
    return rows.map(({ version }) => version);
  };

  it.each([
    ['in their sequence', [0, 1, 2, 3]],
    ['backwards', [3, 2, 1, 0]],
    ['mixed and twice', [2, 0, 3, 2, 1, 0]],
  ])('describes each day of an office by what stood on it, told %s', async (_, sequence) => {
    const first = anOffice({ changedAt: '2026-08-01T03:00:00.000Z', internet: false });
    const descriptions = [
      first,
      // Half past midnight of 6 October in Vietnam.
      { ...first, version: 2, changedAt: '2026-10-05T17:30:00.000Z', internet: true },
      { ...first, version: 3, changedAt: '2026-11-01T03:00:00.000Z', staffed: false },
      { ...first, version: 4, changedAt: '2026-11-01T04:00:00.000Z', validTo: '2026-11-10' },
    ];
    await tell(OfficeChanged, ...sequence.map((at) => descriptions[at]!));
    const days = [
      '2025-12-31',
      '2026-01-01',
      '2026-09-30',
      '2026-10-05',
      '2026-10-06',
      '2026-10-31',
      '2026-11-01',
      '2026-11-09',
      '2026-11-10',
    ];
    const seen = [];
    for (const day of days) seen.push(await versionOn(first, day));
    expect(seen).toEqual([[], [1], [1], [1], [2], [2], [4], [4], []]);
  });

  it('keeps each count of services and each version of a report once, as it was first told', async () => {
    const served = { operatorCode: 'song-hong', officeCode: 'SH-1', communeCode: '00004', provinceCode: '01', kind: 'file_received' };
    const count = { ...served, recordId: 'a', count: 3, day: '2026-09-30', corrects: null };
    await tell(PublicServiceServed, count);
    await tell(PublicServiceServed, { ...count, count: 9 }, { ...count, recordId: 'b', count: -1, corrects: 'a' });
    expect(await sql(world.db.read, 'select sum(count)::int as count from audit.public_service')).toEqual([{ count: 2 }]);
    const report = { operatorCode: 'song-hong', quarter: '2026-Q3', version: 1, submittedAt: '2026-10-10T01:00:00.000Z', figures: [] };
    await tell(QuarterReported, { ...report, version: 2 }, report);
    await tell(QuarterReported, { ...report, submittedAt: '2026-10-12T01:00:00.000Z' });
    expect(await sql(world.db.read, 'select version, submitted_at as at from audit.operator_report order by version')).toEqual([
      { version: 1, at: new Date(report.submittedAt) },
      { version: 2, at: new Date(report.submittedAt) },
    ]);
  });
});
