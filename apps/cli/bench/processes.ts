import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure } from '../failure.js';
import { ROOT } from '../root.js';
import { Service } from '../start/service.js';
import type { Run } from './figures.js';
import type { LoadOrder } from './load-process.js';

/** Connections to the database that the API and the limit each may hold: the product's default. */
export const POOL_SIZE = 16;

const READY_WITHIN_SECONDS = 120;

/** The API, run as `npm start` runs it. */
export class Api {
  private constructor(
    private readonly service: Service,
    readonly origin: string,
    /** From the start of the process to its first ready answer. */
    readonly coldStartMs: number,
  ) {}

  /** Starts it with its workers and waits until it is ready. */
  static async start(databaseUrl: string, folder: string): Promise<Api> {
    const port = await freePort();
    const env = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DATABASE_POOL: String(POOL_SIZE),
      DATA_DIR: folder,
      STORAGE_URL: `file://${join(folder, 'files')}`,
      API_PORT: String(port),
      PUBLIC_URL: 'http://localhost:3000',
      WORKERS: '1',
      DEMO: '0',
    };
    const begin = performance.now();
    const service = new Service('API', join(ROOT, 'apps', 'api', 'dist', 'main.js'), join(folder, 'api.log'), env, folder, () => {});
    const origin = `http://127.0.0.1:${port}`;
    try {
      await service.answers(`${origin}/health/ready`, READY_WITHIN_SECONDS);
    } catch (error) {
      await service.stop();
      throw error;
    }
    return new Api(service, origin, Math.round(performance.now() - begin));
  }

  memoryMb(): number | null {
    return memoryMbOf(this.service.pid!);
  }

  /** Processor time it has used so far, in ms; null where the system does not tell. */
  cpuMs(): number | null {
    return processorMs(this.service.pid!);
  }

  async stop(): Promise<void> {
    await this.service.stop();
  }
}

/** A child of ours that ends with us. */
class Helper {
  constructor(protected readonly child: ChildProcess) {}

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL'); // it holds nothing that must be put away
    await gone;
  }
}

/** The bare server whose figures are the limit. */
export class LimitServer extends Helper {
  private constructor(
    child: ChildProcess,
    readonly origin: string,
  ) {
    super(child);
  }

  static async start(databaseUrl: string): Promise<LimitServer> {
    const child = startHelper('limit-server', { DATABASE_URL: databaseUrl, DATABASE_POOL: String(POOL_SIZE) });
    const port = await answerOf<number>(child);
    return new LimitServer(child, `http://127.0.0.1:${port}`);
  }

  cpuMs(): number | null {
    return processorMs(this.child.pid!);
  }
}

/** The process that asks. */
export class Load extends Helper {
  static start(): Load {
    return new Load(startHelper('load-process', {}));
  }

  async run(order: LoadOrder): Promise<Run> {
    this.child.send(order);
    return answerOf<Run>(this.child);
  }
}

function startHelper(name: string, env: NodeJS.ProcessEnv): ChildProcess {
  return fork(fileURLToPath(new URL(`./${name}.js`, import.meta.url)), [], {
    env: { ...process.env, ...env, NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    detached: true, // Ctrl-C reaches the bench alone, which stops the rest
  });
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const heard = new AbortController();
  const { signal } = heard;
  try {
    const gone = once(child, 'exit', { signal }).then(() => {
      throw new Failure('Một tiến trình đo đã dừng bất ngờ.', 'A process of the bench ended unexpectedly.');
    });
    const [answer] = (await Promise.race([once(child, 'message', { signal }), gone])) as [T];
    return answer;
  } finally {
    heard.abort();
  }
}

/** Memory a process holds now (resident set), in MB of 1,048,576 bytes; null where the system does not tell. */
export function memoryMbOf(pid: number): number | null {
  const kilobytes = residentKilobytes(pid);
  return kilobytes === null ? null : Math.round(kilobytes / 1024);
}

function residentKilobytes(pid: number): number | null {
  try {
    if (process.platform === 'linux') return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]);
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).trim()) || null;
  } catch {
    return null;
  }
}

/** From Linux's own accounts, in ticks of 10 ms. */
function processorMs(pid: number): number | null {
  const account = accountOf(pid);
  return account && account.ownMs;
}

/** Processor time of the database server in `folder` and of all its connections so far, in ms; null where the system does not tell. */
export function databaseCpuMs(folder: string): number | null {
  const server = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const account = accountOf(server);
  if (!account) return null;
  const others = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = others.map((pid) => accountOf(Number(pid))).filter((other) => other?.parent === server);
  return children.reduce((sum, child) => sum + child!.ownMs, account.ownMs + account.endedChildrenMs);
}

function accountOf(pid: number): { parent: number; ownMs: number; endedChildrenMs: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').map(Number);
    return { parent: fields[1]!, ownMs: (fields[11]! + fields[12]!) * 10, endedChildrenMs: (fields[13]! + fields[14]!) * 10 };
  } catch {
    return null;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
