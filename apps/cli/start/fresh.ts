import { stopEmbeddedPostgres } from '@choxa/platform';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Failure, wrongUse } from '../failure.js';
import type { Settings } from './settings.js';

/**
 * Deletes the embedded database, and the uploaded files and published heads of its audit trail beside it, after asking.
 *
 * @param sure `--yes`: do not ask
 * @throws Failure when nobody can be asked, the answer is no, or the data is not ours to delete
 */
export async function startOver(settings: Settings, sure: boolean): Promise<void> {
  if (!settings.embedded) {
    throw wrongUse(
      '--fresh chỉ xoá cơ sở dữ liệu kèm theo; DATABASE_URL đang được đặt nên không xoá gì.',
      '--fresh deletes the embedded database only; DATABASE_URL is set, so nothing was deleted.',
    );
  }
  const beside = ['files', 'seeding', 'audit-heads'].map((folder) => join(settings.config.dataDir, folder));
  const doomed = [settings.databaseDir, ...beside].filter(existsSync);
  if (doomed.length === 0) return;
  if (existsSync(settings.databaseDir) && !existsSync(join(settings.databaseDir, 'PG_VERSION'))) {
    throw new Failure(
      `${settings.databaseDir} không phải cơ sở dữ liệu, không xoá.`,
      `${settings.databaseDir} is not a database, not deleted.`,
    );
  }
  if (!sure && !(await agreed(doomed))) throw new Failure('Không xoá gì.', 'Nothing was deleted.');
  await stopEmbeddedPostgres(settings.databaseDir);
  for (const path of doomed) rmSync(path, { recursive: true, force: true });
}

async function agreed(doomed: readonly string[]): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw wrongUse('--fresh cần hỏi lại; không có bàn phím thì thêm --yes.', '--fresh has to ask; without a keyboard add --yes.');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`Xoá hẳn ${doomed.join(', ')}? / Delete for good? (có/yes, không/no): `);
    return /^(c|có|co|y|yes)$/i.test(answer.trim().normalize('NFC'));
  } finally {
    terminal.close();
  }
}
