import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildStorefront } from './build-storefront.mjs';
import { buildWorkspaces } from '../build.mjs';
import { callerWatch } from './caller.mjs';
import { installIfNeeded } from './install.mjs';
import { withLock } from './lock.mjs';
import { environment, findRuntime } from './runtime.mjs';
import { asFailure, keepOutputClean } from './say.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const MAIN = 'apps/cli/dist/main.js';
const GATE = 'libs/testing/gate/gate.mjs';

/** What each command runs once the libraries are installed and built, and whether it needs the storefront's pages. */
const COMMANDS = {
  start: { entry: [MAIN, 'start'], storefront: true },
  dev: { entry: [MAIN, 'dev'], storefront: false },
  test: { entry: [GATE, 'test'], storefront: true },
  check: { entry: [GATE, 'check'], storefront: false },
  bench: { entry: [MAIN, 'bench'], storefront: true },
  drill: { entry: [MAIN, 'drill'], storefront: false },
  cli: { entry: [MAIN], storefront: false },
  build: { entry: null, storefront: true },
};

/** Installs, builds and hands over to the wanted command. Ends the process with its exit code. @param {string[]} args */
export async function run([name = '', ...rest]) {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    process.stderr.write(`Cách dùng / usage: node apps/cli/launch.mjs ${Object.keys(COMMANDS).join('|')}\n`);
    process.exit(2);
  }
  const watchCaller = callerWatch(); // before the long part: npm may be killed in it
  if (['bench', 'drill', 'cli'].includes(name)) keepOutputClean();
  try {
    // `build libs` leaves the pages out: enough for the API, the tools and the small tests.
    const runtime = await prepare(command.storefront && !(name === 'build' && rest[0] === 'libs'));
    if (!command.entry) process.exit(0);
    const child = handOver(runtime, [...command.entry, ...rest], name === 'start' || name === 'dev');
    watchCaller(() => child.kill('SIGTERM'));
  } catch (error) {
    const failure = asFailure(error, ROOT);
    if (failure.detail) process.stderr.write(`${failure.detail}\n`);
    process.stderr.write(`${failure.message}\n`);
    process.exit(1);
  }
}

async function prepare(withStorefront) {
  const waiting = (pid) =>
    process.stderr.write(`Đợi tiến trình ${pid} đang cài hoặc dịch. / Waiting for process ${pid}, which is installing or building.\n`);
  return withLock(
    join(ROOT, '.build', 'launch.lock'),
    async () => {
      await installIfNeeded(ROOT);
      const runtime = findRuntime(ROOT);
      await buildWorkspaces(ROOT);
      if (withStorefront) await buildStorefront(ROOT, runtime, environment(ROOT, runtime));
      return runtime;
    },
    waiting,
  );
}

/** Runs the real program in our place: same terminal, same signals, same exit code. */
function handOver(runtime, [entry, ...args], supervised) {
  const child = spawn(runtime, [join(ROOT, entry), ...args], {
    env: { ...environment(ROOT, runtime), CHOXA_ROOT: ROOT },
    // The extra channel tells `start` when we are killed, so that it does not stay behind alone.
    stdio: supervised ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${asFailure(error, ROOT).message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
  return child;
}
