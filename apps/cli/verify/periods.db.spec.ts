import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { auditLib, AuditModule, ConfirmPeriod, ProposePeriod } from '@choxa/audit';
import { placesLib } from '@choxa/places';
import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';

const ROOT = join(import.meta.dirname, '../../..');
const anOfficial = () => anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });

describe('the command `verify periods`', () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
    const { sha256 } = await world.get(ProposePeriod).run(anOfficial(), '2026-Q3', null);
    await world.get(ConfirmPeriod).run(anOfficial(), '2026-Q3', sha256);
  });
  afterAll(() => world.close());

  /** As an operator runs it, on the world's database and with its keys. */
  function verify(): Promise<{ code: number | null; errors: string }> {
    const { databaseUrl, dataDir } = world.config;
    const child = spawn(process.execPath, ['apps/cli/dist/main.js', 'verify', 'periods'], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, DATA_DIR: dataDir },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, errors })));
  }

  it('ends with 0 while the closed periods are whole, and with 1 and one sentence once a byte of a frozen row is another', async () => {
    expect(await verify()).toMatchObject({ code: 0 });
    await sql(world.db.read, 'alter table audit.period_figure disable trigger user');
    await sql(world.db.read, `update audit.period_figure set figure = jsonb_set(figure, '{denominator}', '7') where place_kind = 'nation'`);
    const { code, errors } = await verify();
    expect(code).toBe(1);
    expect(errors.trim().split('\n').at(-1)).toBe(
      'Kỳ 2026-Q3, phiên bản 1: số liệu đã đóng băng tính lại ra kết quả khác. / Period 2026-Q3, version 1: what is frozen under it says something else.',
    );
  }, 120_000);
});
