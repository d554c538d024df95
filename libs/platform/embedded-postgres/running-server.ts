import { execFileSync } from 'node:child_process';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify } from './process-identity.js';

/** What a server writes about itself into its data folder. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads `postmaster.pid`: line 1 the process, line 4 the port, line 8 the state. */
export async function readPidFile(dataDir: string): Promise<PidFile | undefined> {
  const text = await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number(lines[0])); // negative in single-user mode
  return Number.isSafeInteger(pid) && pid > 0 ? { pid, port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' } : undefined;
}

/**
 * The server that runs on this data folder now, whoever started it. A pid file left by a crash whose number meanwhile belongs
 * to another program is not a server.
 */
export async function runningServer(dataDir: string): Promise<PidFile | undefined> {
  const found = await readPidFile(dataDir);
  return found && identify(found.pid) && (await servesFolder(found.pid, dataDir)) ? found : undefined;
}

async function servesFolder(pid: number, dataDir: string): Promise<boolean> {
  if (process.platform === 'linux') {
    // A server's working directory is its data folder.
    const [folder, own] = await Promise.all([realpath(`/proc/${pid}/cwd`).catch(() => ''), realpath(dataDir)]);
    return folder === own;
  }
  if (process.platform === 'win32') return true;
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(dataDir);
  } catch {
    return false;
  }
}

/**
 * Stops a server: politely (running sessions are cut, everything is written), after 15 s at once, after 5 more by force.
 * Returns when it is gone.
 */
export async function stopServer(dataDir: string, pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 15],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // gone already
    }
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(20)) {
      if (!identify(pid)) return;
    }
  }
  await rm(join(dataDir, 'postmaster.pid'), { force: true });
}
