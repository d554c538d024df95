import { spawn } from 'node:child_process';
import { closeSync, openSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { diskFull, EmbeddedPostgresError, saysDiskFull } from './embedded-postgres-error.js';
import { readPidFile, stopServer } from './running-server.js';
import { serverEnvironment } from './server-account.js';
import type { ServerAccount } from './server-account.js';
import { socketFolder } from './server-socket.js';

/** Server settings by name, as in postgresql.conf. */
export type Settings = Readonly<Record<string, string | number>>;

const READY_WITHIN_MS = 120_000; // recovery after a crash replays the log first

/**
 * Starts the server program and waits until it takes connections; tries again with another port when the wanted one is taken.
 *
 * @throws EmbeddedPostgresError `disk-full`, `no-start`
 */
export async function launchServer(
  dataDir: string,
  binaries: Binaries,
  account: ServerAccount,
  options: { readonly port?: number; readonly settings?: Settings },
): Promise<{ pid: number; port: number }> {
  let port = options.port ?? (await freePort());
  for (const end = Date.now() + READY_WITHIN_MS; ;) {
    const outcome = await launchOnce(dataDir, binaries, account, port, options.settings ?? {});
    if (typeof outcome === 'number') return { pid: outcome, port };
    if (saysDiskFull(outcome)) throw diskFull(dirname(dataDir), outcome);
    const portTaken = /could not bind|could not create any TCP\/IP sockets/.test(outcome);
    // The backends of a server killed a moment ago may need an instant to notice.
    const notYet = /shared memory block .* is still in use|lock file ".*" already exists/.test(outcome);
    if (!(portTaken || notYet) || Date.now() > end) throw didNotStart(dataDir, outcome);
    if (portTaken) port = await freePort();
    else await sleep(150);
  }
}

/**
 * Memory for pages of tables, taken as it is used: a quarter of the machine's, 1 GB at most. A hundred thousand packs do not fit into Postgres's own
 * 128 MB, and a search of them then takes half as long again.
 */
function bufferMegabytes(machineBytes: number): number {
  return Math.min(1024, Math.max(128, Math.floor(machineBytes / 4 / 1024 ** 2)));
}

function didNotStart(dataDir: string, output: string): EmbeddedPostgresError {
  const said = /(?:FATAL|PANIC|ERROR): +(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';
  return new EmbeddedPostgresError(
    'no-start',
    `Cơ sở dữ liệu ở ${dataDir} không khởi động được (${said}); xem ${join(dataDir, 'server.log')}.`,
    `The database in ${dataDir} did not start (${said}); see ${join(dataDir, 'server.log')}.`,
    output,
  );
}

/** One try. Returns the process number when the server is ready, else what it said. */
async function launchOnce(
  dataDir: string,
  binaries: Binaries,
  account: ServerAccount,
  port: number,
  settings: Settings,
): Promise<number | string> {
  const logFile = join(dataDir, 'server.log');
  const grown = (statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000;
  const output = openSync(logFile, grown ? 'w' : 'a', 0o600);
  const from = grown ? 0 : (statSync(logFile).size ?? 0);
  const all = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: socketFolder(dataDir) ?? '',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    shared_buffers: `${bufferMegabytes(totalmem())}MB`,
    ...settings,
  };
  const [program, ...args] = [
    ...account.prefix,
    binaries.postgres,
    '-D',
    dataDir,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn(program!, args, {
    ...account.identity,
    cwd: dirname(binaries.postgres),
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
    windowsHide: true,
  });
  closeSync(output);
  let failure: string | undefined;
  child.on('error', (error) => (failure = error.message));
  child.on('exit', (code, signal) => (failure = `exit ${code ?? signal}`));
  child.unref();
  for (const end = Date.now() + READY_WITHIN_MS; Date.now() < end; await sleep(15)) {
    if (failure !== undefined) return `${(await readFile(logFile, 'utf8')).slice(from)}\n${failure}`.trim();
    const state = await readPidFile(dataDir);
    if (state?.ready && state.pid === child.pid) return child.pid;
  }
  if (child.pid !== undefined) await stopServer(dataDir, child.pid);
  return `not ready after ${READY_WITHIN_MS / 1000} s`;
}

/** A port nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
