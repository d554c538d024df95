import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const START_LIMIT_MS = 240_000;

/** Starts everything as `npm start` does (demo data included) on free ports; the returned function stops it and throws the data away. */
export default async function startApplication(): Promise<() => Promise<void>> {
  if (process.env.SHOP_URL && process.env.API_URL) return async () => {}; // One that runs already, for somebody writing a journey.
  const dataDir = mkdtempSync(join(tmpdir(), 'choxa-journey-'));
  const [port, apiPort] = [await freePort(), await freePort()];
  const publicUrl = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['apps/cli/dist/main.js', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      API_PORT: String(apiPort),
      PUBLIC_URL: publicUrl,
      DATABASE_URL: '',
      CHOXA_ROOT: root,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  process.env.SHOP_URL = publicUrl;
  process.env.API_URL = `http://127.0.0.1:${apiPort}`;
  const until = Date.now() + START_LIMIT_MS;
  while (!(await answers(`${publicUrl}/`))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`the application did not start:\n${output.slice(-4000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** Below the numbers that systems give to connections and to `listen(0)`: nothing that runs beside takes it until the application listens. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + randomInt(20_000);
    if (await canListen(port)) return port;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
