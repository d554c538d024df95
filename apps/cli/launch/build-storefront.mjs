import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFull, endWith, Failure, isDiskFull, showing } from './say.mjs';

const SOURCES = ['apps/storefront', 'libs/api-client', 'libs/standards'];
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'test-results']);

/** One value for everything the pages are made of. @param {string} root */
export function storefrontHash(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || SKIPPED.has(entry.name) || /\.(spec\.ts|md)$/.test(entry.name)) continue;
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory()) add(inside);
      else if (entry.isFile()) hash.update(`\0${inside}\0`).update(readFileSync(join(root, inside)));
    }
  };
  for (const path of SOURCES) if (existsSync(join(root, path))) add(path);
  return hash.digest('hex');
}

/**
 * Builds the storefront's server and pages when their sources changed.
 *
 * @param {string} root @param {string} runtime path of Node 24 @param {NodeJS.ProcessEnv} env
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildStorefront(root, runtime, env) {
  const folder = join(root, 'apps', 'storefront');
  if (!existsSync(join(folder, 'nuxt.config.ts'))) return false;
  const stamp = join(folder, '.output', '.stamp');
  const hash = storefrontHash(root);
  const server = join(folder, '.output', 'server', 'index.mjs');
  if (existsSync(server) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  rmSync(stamp, { force: true });
  const { code, output } = await showing('Dựng gian hàng / building the storefront', () => nuxtBuild(root, folder, runtime, env));
  if (isDiskFull(output)) throw diskFull(folder);
  if (code !== 0 || !existsSync(server)) {
    throw new Failure(
      `Không dựng được gian hàng (nuxt build, mã ${code}), xem các dòng trên.`,
      `The storefront could not be built (nuxt build, code ${code}), see the lines above.`,
      output.trim().split('\n').slice(-25).join('\n'),
    );
  }
  writeFileSync(stamp, hash);
  return true;
}

function nuxtBuild(root, folder, runtime, env) {
  // Nuxt keeps its entry file in the same place in 3 and 4; calling it directly works without a shell on every system.
  const nuxt = join(root, 'node_modules', 'nuxt', 'bin', 'nuxt.mjs');
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(runtime, [nuxt, 'build', folder], {
      cwd: folder,
      env: { ...env, NODE_ENV: 'production', NUXT_TELEMETRY_DISABLED: '1', CI: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const forget = endWith(child);
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      forget();
      resolve({ code, output });
    });
  });
}
