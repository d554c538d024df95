import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  AccessGuard,
  Actors,
  Config,
  createServer,
  Database,
  EventWorkers,
  platformLib,
  PlatformModule,
  SESSION_COOKIE,
  SettableClock,
  type Actor,
  type Lib,
} from '@choxa/platform';
import { send } from './http.js';
import { createTestDatabase, dropTestDatabase } from './template.js';
import { NobodyKnown, TestActors } from './test-actors.js';

export const TEST_ORIGIN = 'http://shop.test';

export interface WorldOptions {
  /** Libs whose tables exist, in migration order, without the platform's own. */
  libs: Lib[];
  /** The Nest modules under test. */
  imports: (Type | DynamicModule)[];
  providers?: Provider[];
  /** Where time stands; 2026-11-16T02:00:00Z unless told. */
  now?: Date;
  config?: Partial<Config>;
}

export interface HttpOptions {
  as?: Actor;
  body?: unknown;
  headers?: Record<string, string>;
  cookie?: string;
}

export interface HttpAnswer<T = any> {
  status: number;
  /** Parsed JSON where the answer is JSON, else null. */
  body: T;
  text: string;
  bytes: Buffer;
  headers: Record<string, string | string[] | undefined>;
}

/** A running piece of the application on its own real database. */
export class World {
  constructor(
    readonly app: NestFastifyApplication,
    readonly db: Database,
    readonly clock: SettableClock,
    readonly config: Config,
    /** Where it listens, e.g. `http://127.0.0.1:41234`. */
    readonly url: string,
  ) {}

  /** One request below `/api/v1`, with a browser's same-origin header unless told otherwise. */
  async http<T = any>(method: string, path: string, { as, body, headers = {}, cookie }: HttpOptions = {}): Promise<HttpAnswer<T>> {
    const cookies = [as ? `${SESSION_COOKIE}=${as.sessionId}` : '', cookie ?? ''].filter(Boolean).join('; ');
    const answer = await send(
      method,
      new URL(path.startsWith('/api') || path.startsWith('/health') ? path : `/api/v1${path}`, this.url),
      { 'sec-fetch-site': 'same-origin', ...(cookies ? { cookie: cookies } : {}), ...headers },
      body,
    );
    const text = answer.bytes.toString('utf8');
    const json = String(answer.headers['content-type']).includes('json') && text;
    return { ...answer, text, body: json ? JSON.parse(text) : null };
  }

  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get(type as Type<T>, { strict: false });
  }

  /** Lets every event written so far, and what it causes, take effect. */
  async drain(): Promise<number> {
    return this.get(EventWorkers).drain();
  }

  async close(): Promise<void> {
    await this.app.close();
    await dropTestDatabase(this.config.databaseUrl);
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }
}

/** Boots the given modules on a database of their own. Close it in `afterAll`. */
export async function testWorld({ libs, imports, providers = [], now, config = {} }: WorldOptions): Promise<World> {
  const allLibs = [platformLib, ...libs];
  const clock = new SettableClock(now ?? new Date('2026-11-16T02:00:00Z'));
  const settings = Object.assign(new Config(), await testConfig(allLibs), config);
  const hasIdentity = imports.some((entry) => (entry as Type).name === 'IdentityModule');
  class TestRoot {}
  Module({
    imports: [PlatformModule.forRoot(settings, allLibs, clock), ...imports],
    providers: [...providers, ...(hasIdentity ? [] : [{ provide: Actors, useClass: NobodyKnown }])],
  })(TestRoot);
  const app = await createServer({ module: TestRoot }, { docs: false });
  await app.listen(0, '127.0.0.1');
  const guard = app.get(AccessGuard) as unknown as { actors: Actors };
  guard.actors = new TestActors(guard.actors);
  return new World(app, app.get(Database), clock, settings, await app.getUrl());
}

async function testConfig(libs: Lib[]): Promise<Partial<Config>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'choxa-world-'));
  return {
    databaseUrl: await createTestDatabase(libs),
    dataDir,
    storageDir: join(dataDir, 'files'),
    auditHeadsDir: join(dataDir, 'audit-heads'),
    port: 3000,
    apiPort: 3001,
    publicUrl: TEST_ORIGIN,
    demo: false,
    workers: false,
    poolSize: 10,
    logLevel: 'silent',
  };
}
