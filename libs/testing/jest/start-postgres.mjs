import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One throw-away server for the whole test run, or that of the run which this one is part of (`TEST_DATABASE_URL`); databases in it are cloned
 * per test file. Durability is off: nothing in it outlives the run.
 */
export default async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) return;
  // Read only here: a run that is part of another one needs none of the platform's libraries.
  const { startEmbeddedPostgres } = await import('@choxa/platform');
  const dataDir = mkdtempSync(join(tmpdir(), 'choxa-test-'));
  const server = await startEmbeddedPostgres({
    dataDir: join(dataDir, 'pg'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 },
  });
  process.env.TEST_DATABASE_URL = server.url;
  globalThis.testPostgres = { server, dataDir };
}
