import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Failure } from './say.mjs';

/** Places where an npm package may have put Node 24, best first. @param {string} root @returns {string[]} */
export function runtimeCandidates(root, platform = process.platform, arch = process.arch) {
  const exe = platform === 'win32' ? 'node.exe' : 'node';
  const os = platform === 'win32' ? 'win' : platform;
  return [`node-${os}-${arch}`, `node-bin-${os}-${arch}`, `node-bin-${platform}-${arch}`].map((name) =>
    join(root, 'node_modules', name, 'bin', exe),
  );
}

/** Releases of Node our libraries accept (Nuxt asks for ^22.19 or ≥ 24.11). @param {string} version e.g. `24.21.0` */
export function isModern(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 11) || (major === 22 && minor >= 19);
}

/**
 * The Node that runs the product: the installed package's, else the host's when it is new enough.
 *
 * @param {string} root @returns {string} path of the program
 */
export function findRuntime(root) {
  for (const path of runtimeCandidates(root)) {
    if (!existsSync(path)) continue;
    allowRun(path);
    const tried = spawnSync(path, ['--version'], { encoding: 'utf8' });
    if (tried.status === 0) return path;
  }
  if (isModern(process.versions.node)) {
    process.stderr.write(
      `Không có gói Node 24 cho máy này, dùng Node ${process.versions.node} của máy. / ` +
        `There is no Node 24 package for this machine, using its own Node ${process.versions.node}.\n`,
    );
    return process.execPath;
  }
  throw new Failure(
    `Máy này cần Node.js 24 cài sẵn (đang có ${process.versions.node}, và gói npm kèm theo không chạy được ở đây).`,
    `This machine needs Node.js 24 installed (it has ${process.versions.node}, and the packaged one does not run here).`,
  );
}

function allowRun(path) {
  try {
    const { mode } = statSync(path);
    if ((mode & 0o111) === 0) chmodSync(path, mode | 0o755);
  } catch {
    // not ours to change; the trial run that follows decides
  }
}

/** The environment for everything started from here: our Node and our programs come first. */
export function environment(root, runtime) {
  const path = [join(root, 'node_modules', '.bin'), dirname(runtime), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, PATH: path, NUXT_TELEMETRY_DISABLED: '1' };
}
