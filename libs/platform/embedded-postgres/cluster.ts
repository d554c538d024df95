import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { diskFull, EmbeddedPostgresError, saysDiskFull } from './embedded-postgres-error.js';
import { handOver, runAs } from './server-account.js';
import type { ServerAccount } from './server-account.js';

/** The database user that owns everything, and the database made at first start. */
export const DATABASE_USER = 'choxa';
export const DATABASE_NAME = 'choxa';

const PASSWORD_FILE = 'choxa-password';

/**
 * Makes the data folder when there is none. It is built beside its place and moved there when it is whole, so a start that
 * was cut leaves a `.new` folder, never a half one.
 *
 * @returns the password of `choxa`, and whether the folder is new
 * @throws EmbeddedPostgresError `foreign-folder`, `not-ours`, `disk-full`, `no-start`
 */
export async function prepareCluster(
  dataDir: string,
  binaries: Binaries,
  account: ServerAccount,
  log: (line: string) => void,
): Promise<{ password: string; fresh: boolean }> {
  const unfinished = `${dataDir}.new`;
  await rm(unfinished, { recursive: true, force: true });
  if (await holdsCluster(dataDir, log)) {
    await handOver(account, dataDir);
    return { password: await readPassword(dataDir), fresh: false };
  }
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${dataDir}.password`;
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    for (const path of [unfinished, passwordFile]) {
      if (account.owner && process.getuid?.() === 0) await chown(path, account.owner.uid, account.owner.gid);
    }
    const made = await runAs(account, binaries.initdb, initdbArguments(unfinished, passwordFile));
    if (made.code !== 0) throw initdbFailed(dataDir, made.output);
    await rename(passwordFile, join(unfinished, PASSWORD_FILE));
    await rename(unfinished, dataDir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {});
    throw saysDiskFull(error) ? diskFull(dirname(dataDir), String(error)) : error;
  } finally {
    await rm(passwordFile, { force: true });
  }
  return { password, fresh: true };
}

function initdbArguments(folder: string, passwordFile: string): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${DATABASE_USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-instructions',
    // The same order on every machine, whatever locales it has; Vietnamese order is asked for by `collate "vi-x-icu"`.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

function initdbFailed(dataDir: string, output: string): EmbeddedPostgresError {
  if (saysDiskFull(output)) return diskFull(dirname(dataDir), output);
  const said = output.split('\n').find((line) => /error|fatal|denied/i.test(line)) ?? output.trim().split('\n').at(-1) ?? '';
  return new EmbeddedPostgresError(
    'no-start',
    `Không tạo được cơ sở dữ liệu ở ${dataDir}: ${said.trim()}`,
    `The database could not be created in ${dataDir}: ${said.trim()}`,
    output,
  );
}

/**
 * True when the folder is a whole cluster. An absent or empty folder is none; one that is a broken cluster is moved aside
 * (never deleted); anything else is refused.
 */
async function holdsCluster(dataDir: string, log: (line: string) => void): Promise<boolean> {
  const found = await stat(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw notOurs(dataDir);
  });
  if (!found) return false;
  const entries = await readdir(dataDir).catch(() => {
    throw notOurs(dataDir);
  });
  if (entries.length === 0) {
    await rmdir(dataDir);
    return false;
  }
  if (process.getuid && process.getuid() !== 0 && found.uid !== process.getuid()) throw notOurs(dataDir);
  const whole = ['PG_VERSION', 'postgresql.conf', PASSWORD_FILE, 'base', 'global'].every((name) => entries.includes(name));
  if (whole && (await stat(join(dataDir, 'global', 'pg_control')).catch(() => null))) return true;
  if (!entries.some((name) => ['PG_VERSION', 'base', 'global', 'pg_wal'].includes(name))) {
    throw new EmbeddedPostgresError(
      'foreign-folder',
      `Thư mục ${dataDir} chứa thứ khác, không phải cơ sở dữ liệu của Chợ Xã: hãy đặt DATA_DIR sang nơi khác.`,
      `The folder ${dataDir} holds something that is not a database of Chợ Xã: set DATA_DIR to another place.`,
    );
  }
  const aside = `${dataDir}.broken-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  await rename(dataDir, aside);
  log(`Dữ liệu dở dang được chuyển sang ${aside} / unfinished data was moved to ${aside}`);
  return false;
}

function notOurs(dataDir: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'not-ours',
    `Dữ liệu ở ${dataDir} thuộc người dùng khác của máy: hãy chạy bằng người dùng đó (hoặc root), hoặc đặt DATA_DIR sang nơi khác.`,
    `The data in ${dataDir} belongs to another user of this machine: run as that user (or root), or set DATA_DIR to another place.`,
  );
}

async function readPassword(dataDir: string): Promise<string> {
  const file = join(dataDir, PASSWORD_FILE);
  await chmod(file, 0o600).catch(() => {});
  return (await readFile(file, 'utf8')).trim();
}

/**
 * Fails early when the data was written by another major version, which PostgreSQL cannot read.
 *
 * @throws EmbeddedPostgresError `other-version`
 */
export async function checkVersion(dataDir: string, binaries: Binaries): Promise<void> {
  const written = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  const major = binaries.version.split('.')[0];
  if (written === major) return;
  throw new EmbeddedPostgresError(
    'other-version',
    `Dữ liệu ở ${dataDir} do PostgreSQL ${written} ghi, còn bản kèm theo là ${major}: hãy sao lưu bằng bản cũ rồi khôi phục, hoặc đặt DATA_DIR sang nơi khác.`,
    `The data in ${dataDir} was written by PostgreSQL ${written} and the one shipped is ${major}: back up with the old release and restore, or set DATA_DIR to another place.`,
  );
}
