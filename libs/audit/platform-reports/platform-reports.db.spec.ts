import { placesLib } from '@choxa/places';
import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from '../index.js';

const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });

describe('platforms that bring households online', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
    await sql(
      world.db.read,
      `insert into audit.product_display (product_id, at, on_sale, household_id)
       select gen_random_uuid(), at::timestamptz, on_sale, household::uuid from (values
         ('2026-06-30T23:00:00+07:00', true, '00000000-0000-4000-8000-000000000001'),
         ('2026-08-01T08:00:00+07:00', true, '00000000-0000-4000-8000-000000000001'),
         ('2026-09-30T23:59:59+07:00', true, '00000000-0000-4000-8000-000000000002'),
         ('2026-10-01T00:00:00+07:00', true, '00000000-0000-4000-8000-000000000003'),
         ('2026-07-05T00:00:00+07:00', false, '00000000-0000-4000-8000-000000000004')) told (at, on_sale, household)`,
    );
  }, 90_000);
  afterAll(() => world.close());

  const enter = (platform: string, households: number, quarter = '2026-Q3', as = nation) =>
    world.http('POST', '/audit/platform-reports', { as, body: { platform, quarter, households, source: 'Công văn mẫu 12/SCT' } });
  const figure = async (period: string) => (await world.http('GET', `/audit/indicators/9?period=${period}`, { as: nation })).body;

  it('are this one by what stood in its shop, and others by what was entered of them', async () => {
    expect(await figure('2026-Q3')).toMatchObject({ numerator: 1, denominator: 1, sides: [{ numerator: 2 }, { numerator: 0 }] });
    expect((await enter('Sàn Mẫu Một', 40)).status).toBe(204);
    expect((await enter('Sàn Mẫu Hai', 5)).status).toBe(204);
    expect((await enter('SÀN  mẫu HAI'.normalize('NFD'), 0)).status).toBe(204);
    expect((await enter('Sàn Mẫu Hai', 9, '2099-Q4')).body.errors[0]).toMatchObject({ pointer: '/quarter' });
    await enter('Sàn Mẫu Một', 60, '2026-Q2');
    expect(await figure('2026-Q3')).toMatchObject({
      numerator: 2,
      denominator: 3,
      share: '66.66',
      sides: [{ numerator: 2 }, { numerator: 40 }],
    });
    expect(await figure('2026-Q3-YTD')).toMatchObject({ numerator: 2, denominator: 3, sides: [{ numerator: 2 }, { numerator: 60 }] });
    expect(await figure('2025-Q1')).toMatchObject({ numerator: 0, denominator: 0, share: null });
  });

  it('are entered by officials of the nation only, with a source', async () => {
    const province = anActor({ role: 'official', scopeKind: 'province', scopeId: '01' });
    expect((await enter('Sàn', 1, '2026-Q3', province)).status).toBe(404);
    const { status } = await world.http('POST', '/audit/platform-reports', {
      as: nation,
      body: { platform: 'Sàn', quarter: '2026-Q3', households: 1, source: '' },
    });
    expect(status).toBe(400);
    const { body } = await world.http('GET', '/audit/platform-reports', { as: nation });
    expect(
      body.data.map(({ platform, quarter, households }: { platform: string; quarter: string; households: number }) => [
        platform,
        quarter,
        households,
      ]),
    ).toEqual([
      ['Sàn Mẫu Hai', '2026-Q3', 0],
      ['Sàn Mẫu Một', '2026-Q3', 40],
      ['Sàn Mẫu Một', '2026-Q2', 60],
    ]);
  });
});
