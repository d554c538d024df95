import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { anActor, testWorld, type World } from '@choxa/testing';
import { ChainTrail, PublishedHeads, sql, Trail, VerifyTrail } from '../index.js';
import { PublishHead } from './publish-head.js';

// Promise 28. The mutant e2e/mutants/no-published-head.patch must make it fail.
describe('the audit trail', () => {
  let world: World;
  const clerk = anActor({ role: 'clerk', scopeKind: 'office', scopeId: 'o1' });

  beforeEach(async () => {
    world = await testWorld({ libs: [], imports: [] });
  });
  afterEach(() => world.close());

  const fact = (subjectId: string) => ({ action: 'thing.changed', subjectKind: 'thing', subjectId, details: { b: 1, a: [null, 'ạ'] } });
  const record = (subjectId: string) => world.db.transaction((tx) => world.get(Trail).record(tx, clerk, fact(subjectId)));
  async function recordMany(count: number) {
    for (let n = 1; n <= count; n += 1) await record(`s${n}`);
  }
  const verify = async () => (await world.get(VerifyTrail).run()).fault;
  async function publish() {
    await world.get(ChainTrail).run();
    await world.get(PublishHead).run();
  }
  /** Somebody with all rights over the database, who switches the triggers off. */
  async function tamper(text: string, params: unknown[] = []) {
    await world.db.transaction(async (tx) => {
      await tx.query('alter table platform.trail_entry disable trigger user');
      await tx.query(text, params);
      await tx.query('alter table platform.trail_entry enable trigger user');
    });
  }

  it('records who did what, from which session, and nothing of a transaction that was undone', async () => {
    await record('kept');
    const undone = world.db.transaction(async (tx) => {
      await world.get(Trail).record(tx, 'system', fact('undone'));
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const rows = await sql(world.db.read, 'select account_id, session_id, on_behalf_of, action, subject_id from platform.trail_entry');
    const { accountId, sessionId } = clerk;
    expect(rows).toEqual([
      { account_id: accountId, session_id: sessionId, on_behalf_of: null, action: 'thing.changed', subject_id: 'kept' },
    ]);
  });

  it('chains entries of many rivals without a gap, each once, in one order', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => record(`r${n}`)));
    const heads = await Promise.all([1, 2, 3].map(() => world.get(ChainTrail).run()));
    expect(heads.filter(Boolean).map((head) => head!.sequence)).toContain(30);
    await recordMany(3);
    expect(await world.get(VerifyTrail).run()).toEqual({ fault: null, checked: 30, heads: 0, waiting: 3 });
    await publish();
    expect(await world.get(VerifyTrail).run()).toEqual({ fault: null, checked: 33, heads: 1, waiting: 0 });
  });

  it('publishes a head once, and none while an old entry waits for its place', async () => {
    await recordMany(1);
    world.clock.advance(11 * 60_000);
    await world.get(PublishHead).run();
    expect(await world.get(PublishedHeads).all()).toEqual([]);
    await publish();
    await publish();
    expect(await world.get(PublishedHeads).all()).toMatchObject([{ sequence: 1 }]);
  });

  it('lets nobody change, delete or empty it, before and after it is chained', async () => {
    await recordMany(2);
    const tries = [`update platform.trail_entry set action = 'other'`, `delete from platform.trail_entry`, `truncate platform.trail_entry`];
    for (const text of tries) await expect(world.db.read.query(text)).rejects.toThrow('append-only');
    await world.get(ChainTrail).run();
    for (const text of [...tries, `update platform.trail_entry set sequence = null, previous_hash = null, hash = null`])
      await expect(world.db.read.query(text)).rejects.toThrow('append-only');
  });

  it.each([
    ['edited', `update platform.trail_entry set details = '{"a": 2}' where sequence = 3`, { kind: 'edited', sequence: 3, id: 3 }],
    [
      'edited by a microsecond',
      `update platform.trail_entry set at = at + interval '1 us' where sequence = 2`,
      { kind: 'edited', sequence: 2, id: 2 },
    ],
    ['deleted', `delete from platform.trail_entry where sequence = 2`, { kind: 'missing', sequence: 2, id: null }],
    [
      'reordered',
      `update platform.trail_entry set sequence = -sequence where sequence in (2, 3);
       update platform.trail_entry set sequence = 5 + sequence where sequence < 0`,
      { kind: 'reordered', sequence: 2, id: 3 },
    ],
    ['cut at its end', `delete from platform.trail_entry where sequence > 3`, { kind: 'cut', sequence: 4, id: null }],
    ['emptied', `delete from platform.trail_entry`, { kind: 'cut', sequence: 1, id: null }],
  ])('is found out when %s', async (_, text, fault) => {
    await recordMany(4);
    await publish();
    expect(await verify()).toBeNull();
    await tamper(text);
    expect(await verify()).toEqual(fault);
  });

  it('is found out when its end is written anew, hashes and all', async () => {
    await recordMany(4);
    await publish();
    await tamper(`update platform.trail_entry set details = case when sequence = 3 then '{}' else details end,
      sequence = null, previous_hash = null, hash = null where sequence >= 3`);
    await world.get(ChainTrail).run();
    expect(await verify()).toEqual({ kind: 'rewritten', sequence: 4, id: 4 });
  });

  it('is found out when an entry is taken out of the chain and left lying', async () => {
    await recordMany(2);
    await world.get(ChainTrail).run();
    await tamper('update platform.trail_entry set sequence = null, previous_hash = null, hash = null where sequence = 2');
    world.clock.advance(11 * 60_000);
    await world.get(PublishedHeads).add({ at: world.clock.now(), ...(await firstEntry()) });
    expect(await verify()).toEqual({ kind: 'left-out', sequence: 2, id: null });
  });

  it('adds its heads to a file a month and takes no line that is none', async () => {
    await recordMany(1);
    await publish();
    world.clock.set(new Date('2026-12-01T00:00:00Z'));
    await recordMany(1);
    await publish();
    const december = join(world.config.auditHeadsDir, '2026-12.txt');
    expect(await readFile(december, 'utf8')).toMatch(/^2026-12-01T00:00:00\.000Z 2 [0-9a-f]{64}\n$/);
    expect((await world.get(PublishedHeads).all()).map((head) => head.sequence)).toEqual([1, 2]);
    await writeFile(december, 'nonsense\n');
    await expect(verify()).rejects.toThrow('no head');
    await rm(december);
    expect(await verify()).toBeNull();
  });

  async function firstEntry() {
    const [row] = await sql<{ sequence: number; hash: string }>(
      world.db.read,
      'select sequence, hash from platform.trail_entry where sequence = 1',
    );
    return row!;
  }
});
