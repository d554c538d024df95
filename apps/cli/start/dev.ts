import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../root.js';
import { openDatabase } from './database.js';
import { requireFreePort } from './ports.js';
import { preparing } from './preparing.js';
import { RunLock, stopProcess } from './run-lock.js';
import { childEnvironment, preparationOf, readSettings } from './settings.js';
import { identify } from '@choxa/platform';

const SETTLE_MS = 150; // editors write a file in several strokes

/** `npm run dev`: like `start`, but sources are compiled as they change, the API restarts and the pages reload. */
export async function dev(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  const settings = readSettings(process.env);
  const { config } = settings;
  const lock = await RunLock.take(config.dataDir, config.publicUrl);
  const children: ChildProcess[] = [];
  let database: Awaited<ReturnType<typeof openDatabase>> | undefined;
  try {
    await requireFreePort(config.port, 'PORT');
    await requireFreePort(config.apiPort, 'API_PORT');
    database = await openDatabase(settings, console.log);
    const env = { ...childEnvironment(settings, database.url, process.env), NODE_ENV: 'development' };
    await preparing(preparationOf(settings), env, (pid) => lock.remember(pid));
    const storefront = join(ROOT, 'apps', 'storefront');
    const nuxt = join(ROOT, 'node_modules', 'nuxt', 'bin', 'nuxt.mjs');
    children.push(
      run(['--enable-source-maps', '--watch', '--watch-preserve-output', join(ROOT, 'apps', 'api', 'dist', 'main.js')], ROOT, env),
      run([nuxt, 'dev', '--port', String(config.port)], storefront, env),
    );
    for (const child of children) if (child.pid !== undefined) lock.remember(child.pid);
    await rebuildOnChange(asked(children));
  } finally {
    await Promise.all(
      children.map(async ({ pid }) => {
        const identity = pid === undefined ? undefined : identify(pid);
        if (identity) await stopProcess(identity);
      }),
    );
    await database?.stop();
    lock.release();
  }
}

function run(args: string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
}

/** Settles when somebody asks to stop, or when one of the two ends. */
function asked(children: readonly ChildProcess[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(signal, () => resolve());
    for (const child of children) child.on('exit', () => resolve()).on('error', () => resolve());
    process.channel?.unref();
  });
}

async function rebuildOnChange(end: Promise<void>): Promise<void> {
  const builder = pathToFileURL(join(ROOT, 'apps', 'cli', 'build.mjs')).href;
  const { buildWorkspaces } = (await import(builder)) as { buildWorkspaces(root: string): Promise<string[]> };
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve();
  const build = (): void => {
    building = building.then(() =>
      buildWorkspaces(ROOT).then(
        () => {},
        (error: Error) => console.error(error.message),
      ),
    );
  };
  const watchers = ['libs', 'apps/api', 'apps/cli'].map((folder) =>
    watch(join(ROOT, folder), { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.ts') || /(^|\/)(dist|node_modules)\//.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(build, SETTLE_MS);
    }),
  );
  await end;
  clearTimeout(timer);
  for (const watcher of watchers) watcher.close();
  await building;
}
