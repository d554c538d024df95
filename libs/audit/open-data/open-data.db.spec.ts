import { createHash, createPublicKey, verify } from 'node:crypto';
import { placesLib } from '@choxa/places';
import { testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from '../index.js';
import { aDocument, aFigure, anIndicator, closeWith } from './period-document.factory.js';

const many = { numerator: 50, denominator: 60 };
const Q3 = [aFigure('VN', many), aFigure('01', { numerator: 1, denominator: 3 }), aFigure('31'), aFigure('92', many)];

describe('open data', () => {
  let world: World;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
  });
  afterAll(() => world.close());

  const list = async () => (await world.http('GET', '/open-data')).body;
  const file = (name: string, headers = {}) => world.http('GET', `/open-data/figures/${name}`, { headers });

  it('has nothing before a period is closed, and says how it will be read', async () => {
    const { periods, licence, fields, methods } = await list();
    expect([periods, licence.id, fields[0].name]).toEqual([[], 'CC-BY-4.0', 'period']);
    expect(methods.map(({ number }: { number: number }) => number)).toEqual(expect.arrayContaining([12, 13]));
    expect((await file('2026-Q3.csv')).status).toBe(404);
  });

  it('has the latest closed version of quarters and years, newest first', async () => {
    await closeWith(world.db.read, aDocument([anIndicator([aFigure('VN')])]));
    await closeWith(world.db.read, aDocument([anIndicator(Q3)], { version: 2, corrects: 'a'.repeat(64), reason: 'Sửa số của một tỉnh' }));
    await closeWith(world.db.read, aDocument([anIndicator(Q3)], { period: '2026-Q3-YTD' }));
    await closeWith(world.db.read, aDocument([anIndicator(Q3)], { period: '2025' }));
    const { periods } = await list();
    expect(periods.map(({ period, version, reason }: Record<string, unknown>) => [period, version, reason])).toEqual([
      ['2026-Q3', 2, 'Sửa số của một tỉnh'],
      ['2025', 1, null],
    ]);
    expect((await file('2026-Q3-YTD.csv')).status).toBe(404);
  });

  it('has the hash and signature that anybody finds with the published key', async () => {
    const { periods } = await list();
    const keys = (await world.http('GET', '/signing-keys')).body.data;
    for (const { name, sha256, signature, keyId, size } of periods[0].files) {
      const { bytes, headers } = await file(name);
      expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([sha256, size]);
      expect(headers['etag']).toBe(`"${sha256}"`);
      const key = keys.find((one: { keyId: string }) => one.keyId === keyId);
      expect(verify(null, bytes, createPublicKey(key.publicKey), Buffer.from(signature, 'base64'))).toBe(true);
    }
  });

  it('says the same as CSV and JSON, and nothing of few', async () => {
    const { figures, licence, version } = (await file('2026-Q3.json')).body;
    expect([licence.id, version]).toEqual(['CC-BY-4.0', 2]);
    expect(figures.map((row: Record<string, unknown>) => [row['place_code'], row['numerator'], row['left_out']])).toEqual([
      ['VN', 50, false],
      ['01', null, true],
      ['31', null, true],
      ['92', 50, false],
    ]);
    const [head, ...rows] = (await file('2026-Q3.csv')).text.slice(1).trimEnd().split('\r\n');
    expect(head).toBe(
      'period,version,indicator,method,measure,place_kind,place_code,place_name,numerator,denominator,value,net_numerator,net_denominator,net_value,left_out',
    );
    expect(rows[0]).toBe('2026-Q3,2,13,13.1,share,nation,VN,Cả nước,50,60,83.33,,,,false');
    expect(rows[1]).toMatch(/^2026-Q3,2,13,13\.1,share,province,01,.*Hà Nội,,,,,,,true$/);
  });

  it('is not sent again to who has it', async () => {
    const tag = String((await file('2026-Q3.csv')).headers['etag']);
    const again = await file('2026-Q3.csv', { 'if-none-match': tag });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
    await closeWith(
      world.db.read,
      aDocument([anIndicator([aFigure('VN', many)])], { version: 3, corrects: 'b'.repeat(64), reason: 'Sửa' }),
    );
    expect((await file('2026-Q3.csv', { 'if-none-match': tag })).status).toBe(200);
  });
});
