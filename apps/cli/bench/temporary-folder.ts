import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, lives, stopEmbeddedPostgres, type ProcessIdentity } from '@choxa/platform';

const PREFIX = 'choxa-bench-';
const OWNER = 'owner.json';

/** A new folder of this process below the system's temporary one. What benches that were killed left there is stopped and removed first. */
export async function temporaryFolder(parent = tmpdir()): Promise<string> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) await removeLeft(join(parent, name));
  const folder = mkdtempSync(join(parent, PREFIX));
  writeFileSync(join(folder, OWNER), JSON.stringify(identify(process.pid)));
  return folder;
}

async function removeLeft(folder: string): Promise<void> {
  let owner: ProcessIdentity;
  try {
    owner = JSON.parse(readFileSync(join(folder, OWNER), 'utf8')) as ProcessIdentity;
  } catch {
    return; // another user's, or just being made
  }
  if (lives(owner)) return;
  await stopEmbeddedPostgres(join(folder, 'postgres'));
  rmSync(folder, { recursive: true, force: true });
}
