import { existsSync, statSync } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyBinaries, findBinaries, repairBinaries } from './binaries.js';
import type { Binaries } from './binaries.js';
import { checkVersion, DATABASE_NAME, DATABASE_USER, prepareCluster } from './cluster.js';
import { createDatabase } from './create-database.js';
import { diskFull, EmbeddedPostgresError, saysDiskFull } from './embedded-postgres-error.js';
import { launchServer } from './launch-server.js';
import type { Settings } from './launch-server.js';
import { identify, lives } from './process-identity.js';
import type { ProcessIdentity } from './process-identity.js';
import { runningServer, stopServer } from './running-server.js';
import { possibleAccounts, whyNot } from './server-account.js';
import type { ServerAccount } from './server-account.js';
import { socketFile } from './server-socket.js';

export interface EmbeddedPostgresOptions {
  /** Folder of the database itself; made when absent. Its parent must be writable. */
  readonly dataDir: string;
  /** Told what happens, one line at a time. */
  readonly log?: (line: string) => void;
  /** Server settings by name, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Settings;
  /** Wanted port; without it, or when it is taken, a free one. */
  readonly port?: number;
}

export interface EmbeddedPostgres {
  /** Address with password of the database `choxa`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** True when another living process of ours had started it already; `stop` then leaves it alone. */
  readonly shared: boolean;
  /** Stops the server and returns when it is gone. May be called twice. */
  stop(): Promise<void>;
}

const OWNER_FILE = 'choxa-owner.json';
const OTHER_START_WITHIN_MS = 150_000;

/**
 * Starts PostgreSQL on a folder of our own, listening on 127.0.0.1 only, or joins the server another living process of ours
 * runs there. A server whose starter was killed is stopped first. The server is detached: Ctrl-C does not reach it, `stop` does.
 *
 * @throws EmbeddedPostgresError with one sentence
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? (() => {});
  try {
    await mkdir(dirname(dataDir), { recursive: true });
    const release = await lockStart(dataDir);
    try {
      return (await joinRunning(dataDir)) ?? (await startOwn(dataDir, log, options));
    } finally {
      await release();
    }
  } catch (error) {
    throw saysDiskFull(error) && !(error instanceof EmbeddedPostgresError) ? diskFull(dirname(dataDir), String(error)) : error;
  }
}

/** Two starts on one folder at once: the second waits for the first and then joins its server. */
async function lockStart(dataDir: string): Promise<() => Promise<void>> {
  const file = `${dataDir}.starting`;
  const own = JSON.stringify(identify(process.pid));
  for (const end = Date.now() + OTHER_START_WITHIN_MS; Date.now() < end; await sleep(50)) {
    const handle = await open(file, 'wx').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    if (handle) {
      const release = (): Promise<void> => rm(file, { force: true });
      await handle
        .writeFile(own)
        .finally(() => handle.close())
        .catch(async (error: unknown) => {
          await release();
          throw error;
        });
      return release;
    }
    const holder = await readIdentity(file);
    const written = statSync(file, { throwIfNoEntry: false });
    // Empty for a moment while its maker writes it; empty for long when its maker was killed just then.
    if (holder ? !lives(holder) : written && Date.now() - written.mtimeMs > 5_000) await rm(file, { force: true });
  }
  throw new EmbeddedPostgresError(
    'in-use',
    `Một tiến trình khác đang khởi động cơ sở dữ liệu ở ${dataDir}: hãy đợi rồi chạy lại.`,
    `Another process is starting the database in ${dataDir}: wait and run again.`,
  );
}

async function readIdentity(file: string): Promise<ProcessIdentity | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

async function joinRunning(dataDir: string): Promise<EmbeddedPostgres | undefined> {
  const running = await runningServer(dataDir);
  if (!running) return undefined;
  const owner = await readIdentity(join(dataDir, OWNER_FILE));
  const password = (await readFile(join(dataDir, 'choxa-password'), 'utf8')).trim();
  const url = urlOf(dataDir, password, running.port);
  if (owner && lives(owner) && running.ready && (await answers(url))) {
    return { url, port: running.port, pid: running.pid, shared: true, stop: async () => {} };
  }
  await stopServer(dataDir, running.pid); // its starter was killed, or it is ending just now
  return undefined;
}

/** False when nobody takes the connection any more; a server that refuses for another reason (too many clients) is alive. */
async function answers(url: string): Promise<boolean> {
  try {
    await createDatabase(url, DATABASE_NAME, { ifMissing: true });
    return true;
  } catch (error) {
    return !/^(ECONN|ENOENT|EPIPE|57P0)/.test((error as { code?: string }).code ?? 'ECONN');
  }
}

async function startOwn(dataDir: string, log: (line: string) => void, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { binaries, account } = await chooseWay(dataDir);
  const { password, fresh } = await prepareCluster(dataDir, binaries, account, log);
  await checkVersion(dataDir, binaries);
  const { pid, port } = await launchServer(dataDir, binaries, account, options);
  const stop = stopOnce(dataDir, pid);
  try {
    await writeFile(join(dataDir, OWNER_FILE), JSON.stringify(identify(process.pid)), { mode: 0o600 });
    const url = urlOf(dataDir, password, port);
    await createDatabase(urlOf(dataDir, password, port, 'postgres'), DATABASE_NAME, { ifMissing: true });
    log(`PostgreSQL ${binaries.version} ${fresh ? '(mới / new) ' : ''}127.0.0.1:${port}, ${dataDir}`);
    return { url, port, pid, shared: false, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function stopOnce(dataDir: string, pid: number): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    // Killed meanwhile, its number may belong to somebody else.
    if ((await runningServer(dataDir))?.pid === pid) await stopServer(dataDir, pid);
  };
  return () => (stopping ??= run());
}

/** Through the server's socket where it has one: a statement costs a third less than over TCP. */
function urlOf(dataDir: string, password: string, port: number, database = DATABASE_NAME): string {
  const url = `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
  return existsSync(socketFile(dataDir, port)) ? `${url}?host=${encodeURIComponent(dataDir)}` : url;
}

/** Finds who runs the server and from where: as it is installed, else from a copy others may read. */
async function chooseWay(dataDir: string): Promise<{ binaries: Binaries; account: ServerAccount }> {
  const installed = await findBinaries();
  const accounts = await possibleAccounts(dataDir);
  const who = process.getuid?.() ?? userInfo().username;
  const refusals: string[] = [];
  const copies = [`${dataDir}-binaries`, join(tmpdir(), `choxa-postgres-${who}`)];
  if (who === 0) copies.reverse(); // root's trouble is a closed folder around the clone, and the data mostly lies in it too
  for (const place of ['', ...copies]) {
    try {
      const binaries = place === '' ? installed : await copyBinaries(installed, place);
      if (place === '') await repairBinaries(installed);
      for (const account of accounts) {
        const reason = await whyNot(account, binaries, dataDir);
        if (reason === undefined) return { binaries, account };
        refusals.push(reason);
      }
    } catch (error) {
      if (saysDiskFull(error)) throw error;
      refusals.push(String(error));
    }
  }
  throw new EmbeddedPostgresError(
    'no-account',
    `Không chạy được PostgreSQL kèm theo ở ${dataDir}: hãy chạy bằng người dùng thường, đặt DATA_DIR sang nơi người đó ghi được, hoặc đặt DATABASE_URL.`,
    `The bundled PostgreSQL cannot run on ${dataDir}: run as an ordinary user, set DATA_DIR to a place that user can write, or set DATABASE_URL.`,
    refusals.join('\n'),
  );
}

/** Stops whatever server runs on the folder, e.g. one whose starter was killed; used before the folder is deleted. */
export async function stopEmbeddedPostgres(dataDir: string): Promise<void> {
  const running = await runningServer(resolve(dataDir));
  if (running) await stopServer(resolve(dataDir), running.pid);
}
