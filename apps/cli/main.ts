import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { asFailure, wrongUse } from './failure.js';
import { ROOT } from './root.js';

type Command = (args: string[]) => Promise<void>;

/** Every command; its file is loaded only when it is called. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start/start.js')).start,
  dev: async () => (await import('./start/dev.js')).dev,
  prepare: async () => (await import('./start/prepare-database.js')).prepare, // called by start
  migrate: async () => (await import('./migrate.js')).run,
  seed: async () => (await import('./seed.js')).run,
  bench: async () => (await import('./bench/bench.js')).bench,
  drill: async () => (await import('./drill/drill.js')).drill,
  import: async () => (await import('./import/import.js')).run,
  rebuild: async () => (await import('./rebuild/rebuild.js')).run,
  verify: async () => (await import('./verify/verify.js')).run,
};

async function main([name = '', ...args]: string[]): Promise<void> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const all = Object.keys(COMMANDS)
      .filter((command) => command !== 'prepare')
      .join(' | ');
    throw wrongUse(`Lệnh "${name}" không có; các lệnh: ${all}`, `No command "${name}"; commands: ${all}`);
  }
  const file = join(ROOT, '.env');
  if (existsSync(file)) process.loadEnvFile(file); // what the shell sets wins
  await (
    await load()
  )(args);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const failure = asFailure(error);
  if (process.env['DEBUG']) console.error(error);
  process.stderr.write(`${failure.message}\n`);
  process.exitCode = failure.exitCode;
}
// Work that was cut (Ctrl-C while seeding) may still hold the loop; the exit code above stands.
setTimeout(() => process.exit(), 2_000).unref();
