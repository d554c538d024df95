import { identify, startEmbeddedPostgres } from '@choxa/platform';
import type { ProcessIdentity } from '@choxa/platform';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { asFailure, type Failure } from '../failure.js';
import { ROOT } from '../root.js';
import { openDatabase } from './database.js';
import type { OpenDatabase } from './database.js';
import { startOver } from './fresh.js';
import { requireFreePort } from './ports.js';
import { preparing } from './preparing.js';
import { RunLock, stopProcess } from './run-lock.js';
import { Service } from './service.js';
import { childEnvironment, preparationOf, readSettings } from './settings.js';
import type { Settings } from './settings.js';
import { welcome } from './welcome.js';

const API = 'apps/api/dist/main.js';
const STOREFRONT = 'apps/storefront/.output/server/index.mjs';

/**
 * `npm start`: database, API and storefront together, until Ctrl-C, SIGTERM, or the end of one of them. Returns when all are
 * stopped; data stays.
 *
 * @throws Failure with one sentence
 */
export async function start(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { fresh: { type: 'boolean' }, yes: { type: 'boolean' } } });
  const settings = readSettings(process.env);
  const lock = await RunLock.take(settings.config.dataDir, settings.config.publicUrl);
  const run = new Run(settings, lock);
  try {
    if (values.fresh) await startOver(settings, values.yes ?? false);
    await run.up();
    await run.untilStopped();
  } finally {
    await run.down();
    lock.release();
  }
}

/** One run of everything: what is up is taken down in the opposite order, whenever the end comes. */
class Run {
  private readonly services: Service[] = [];
  private readonly helpers: ProcessIdentity[] = [];
  private database: OpenDatabase | undefined;
  private failure: Failure | undefined;
  private stopping = false;
  private wake: () => void = () => {};
  private readonly asked = new Promise<void>((resolve) => (this.wake = resolve));

  constructor(
    private readonly settings: Settings,
    private readonly lock: RunLock,
  ) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.askToStop());
    process.on('disconnect', () => this.askToStop()); // the launcher that shows us on the terminal was killed
    process.channel?.unref();
    // A connection cut under work that was given up (Ctrl-C while migrating) has nobody left to tell.
    process.on('uncaughtException', (error) => {
      if (!this.stopping) this.fail(asFailure(error));
    });
  }

  async up(): Promise<void> {
    const { config } = this.settings;
    await requireFreePort(config.port, 'PORT');
    await requireFreePort(config.apiPort, 'API_PORT');
    // Not cut short: a server that is just starting could not be stopped yet.
    const database = await openDatabase(this.settings, say);
    this.database = database;
    const { url } = database;
    const env = childEnvironment(this.settings, url, process.env);
    const prepared = await this.step(() => preparing(preparationOf(this.settings), env, (pid) => this.remember(pid)));
    // A database with invented people in it is a demo, also one of the operator's own, unless they wrote DEMO=0.
    const demo = this.settings.config.demo || (this.settings.seedWhenEmpty && Boolean(prepared?.accounts.length));
    const serving = childEnvironment(this.settings, url, process.env, demo);
    await this.step(async () => {
      const api = this.begin('API', API, serving);
      const shop = this.begin('Gian hàng / storefront', STOREFRONT, serving);
      await api.answers(`http://127.0.0.1:${config.apiPort}/health/ready`, 60);
      await shop.answers(`http://127.0.0.1:${config.port}/`, 60);
    });
    if (this.stopping || !prepared) return;
    process.stdout.write(welcome(this.settings, demo ? prepared.accounts : [], prepared.seeded));
    void this.watchDatabase();
  }

  async untilStopped(): Promise<void> {
    await this.asked;
    if (this.failure) throw this.failure;
  }

  async down(): Promise<void> {
    this.stopping = true;
    await Promise.all([...this.services.map((service) => service.stop()), ...this.helpers.map(stopProcess)]);
    await this.database?.stop();
  }

  /** One part of coming up; when somebody asks to stop meanwhile, the rest is not begun. */
  private async step<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.stopping) return undefined;
    const working = work();
    const first = await Promise.race([working.then((value) => ({ value })), this.asked]);
    if (first) return first.value;
    working.catch(() => {}); // it ends when `down` stops the database under it
    return undefined;
  }

  private begin(name: string, script: string, env: NodeJS.ProcessEnv): Service {
    const log = join(this.settings.logsDir, `${script.split('/')[1]}.log`);
    const service = new Service(name, join(ROOT, script), log, env, ROOT, () => {
      if (!this.stopping) this.fail(service.ending);
    });
    this.services.push(service);
    if (service.pid !== undefined) this.lock.remember(service.pid);
    return service;
  }

  private remember(pid: number): void {
    const helper = identify(pid);
    if (helper) this.helpers.push(helper);
    this.lock.remember(pid);
  }

  /** A killed server is started again on its port; the API waits for it meanwhile. */
  private async watchDatabase(): Promise<void> {
    for (; !this.stopping; await sleep(500, undefined, { ref: false })) {
      const server = this.database?.server;
      if (!server || server.shared || identify(server.pid)) continue;
      say('PostgreSQL dừng bất ngờ, khởi động lại / PostgreSQL stopped unexpectedly, starting it again');
      try {
        const next = await startEmbeddedPostgres({ dataDir: this.settings.databaseDir, port: server.port, log: say });
        this.database = { url: next.url, server: next, stop: () => next.stop() };
      } catch (error) {
        this.fail(asFailure(error));
      }
    }
  }

  private askToStop(): void {
    if (!this.stopping) say('Đang dừng / stopping…');
    this.stopping = true;
    this.wake();
  }

  private fail(failure: Failure | undefined): void {
    this.failure ??= failure;
    this.stopping = true;
    this.wake();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
