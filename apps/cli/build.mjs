import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { workspaces } from './launch/install.mjs';
import { Failure, showing } from './launch/say.mjs';

const SKIPPED_FOLDERS = new Set(['dist', 'node_modules', '__snapshots__', 'coverage']);

/** The workspaces that are compiled here: libs with a door, and the apps without pages of their own. @param {string} root */
export function compiledWorkspaces(root) {
  const apps = new Set(['apps/api', 'apps/postal', 'apps/cli']);
  return workspaces(root).filter((folder) => (folder.startsWith('libs/') ? existsSync(join(root, folder, 'index.ts')) : apps.has(folder)));
}

/** What becomes of a source file: compiled, copied as it is, or left out. @param {string} file path inside the workspace */
export function fate(file) {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name.startsWith('.') || /\.(d\.ts|spec\.ts|factory\.ts|vue|md|mjs|snap|tsbuildinfo)$/.test(name)) return 'skip';
  if (/^(package|tsconfig[^/]*)\.json$|^Dockerfile/.test(name)) return 'skip';
  return extname(name) === '.ts' ? 'compile' : 'copy';
}

/**
 * Compiles every workspace whose sources changed into its `dist`, which mirrors the folders, and copies what lies beside them.
 * Outputs without a source are removed. An unchanged tree costs a few file stats.
 *
 * @param {string} root
 * @returns {Promise<string[]>} the workspaces that were rebuilt
 */
export async function buildWorkspaces(root) {
  const tool = toolHash(root);
  const stale = compiledWorkspaces(root)
    .map((folder) => plan(root, folder, tool))
    .filter((work) => work.stale);
  if (stale.length === 0) return [];
  const { transform } = createRequire(join(root, 'package.json'))('@swc/core');
  const build = () => Promise.all(stale.map((work) => buildOne(root, work, transform)));
  await showing(`Dịch mã / compiling ${stale.length} ${stale.length === 1 ? 'workspace' : 'workspaces'}`, build);
  return stale.map((work) => work.folder);
}

/** Changes whenever the compiler, its settings or this file change. */
function toolHash(root) {
  const swc = JSON.parse(readFileSync(join(root, 'node_modules', '@swc', 'core', 'package.json'), 'utf8')).version;
  const hash = createHash('sha256')
    .update(swc)
    .update(readFileSync(join(root, '.swcrc')));
  return hash.update(readFileSync(join(root, 'apps', 'cli', 'build.mjs'))).digest('hex');
}

function plan(root, folder, tool) {
  const base = join(root, folder);
  const dist = join(base, 'dist');
  const stampFile = join(dist, '.stamp');
  const before = readStamp(stampFile);
  const known = before.tool === tool ? before.files : {};
  const files = {};
  const changed = [];
  for (const file of sourceFiles(base)) {
    const kind = fate(file);
    if (kind === 'skip') continue;
    const { mtimeMs, size } = statSync(join(base, file));
    const old = known[file];
    // Same time and size: same content. Otherwise the content decides, since a fresh checkout touches every time.
    const same = old && old.mtimeMs === mtimeMs && old.size === size;
    const hash = same ? old.hash : contentHash(join(base, file));
    files[file] = { mtimeMs, size, hash };
    if (old?.hash !== hash || !outputsOf(file).every((output) => existsSync(join(dist, output)))) changed.push(file);
  }
  const wanted = new Set(Object.keys(files).flatMap(outputsOf));
  const surplus = filesBelow(dist).filter((file) => file !== '.stamp' && !wanted.has(file));
  const stale = changed.length > 0 || surplus.length > 0 || !existsSync(stampFile);
  const touched = !stale && Object.keys(files).some((file) => known[file]?.mtimeMs !== files[file].mtimeMs);
  if (touched) writeFileSync(stampFile, JSON.stringify({ tool, files }));
  return { folder, base, dist, stampFile, stamp: { tool, files }, changed, surplus, stale };
}

async function buildOne(root, { folder, base, dist, stampFile, stamp, changed, surplus }, transform) {
  rmSync(stampFile, { force: true }); // a build cut half-way is done again
  for (const file of surplus) removeWithEmptyFolders(dist, file);
  await Promise.all(
    changed.map(async (file) => {
      const [output, map] = outputsOf(file).map((name) => join(dist, name));
      mkdirSync(dirname(output), { recursive: true });
      if (!map) return copyFileSync(join(base, file), output);
      const source = readFileSync(join(base, file), 'utf8');
      const compiled = await transform(source, {
        filename: join(base, file),
        sourceFileName: relative(dirname(output), join(base, file)),
        cwd: root,
        configFile: join(root, '.swcrc'),
        sourceMaps: true,
        inlineSourcesContent: false,
      }).catch((error) => {
        throw compileFailure(`${folder}/${file}`, String(error?.message ?? error));
      });
      writeFileSync(output, `${compiled.code}\n//# sourceMappingURL=${output.slice(output.lastIndexOf('/') + 1)}.map\n`);
      writeFileSync(map, compiled.map ?? '{}');
    }),
  );
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampFile, JSON.stringify(stamp));
}

/** Turns the compiler's drawing of an error into `file:line:column: message`. @param {string} file @param {string} said */
export function compileFailure(file, said) {
  // eslint-disable-next-line no-control-regex
  const plain = said.replace(/\x1b\[[0-9;]*m/g, '');
  const place = /[[(][^\n\])]*?:(\d+):(\d+)[\])]/.exec(plain);
  const message = /^\s*(?:x|×|error:)\s*(.+)$/m.exec(plain)?.[1] ?? plain.trim().split('\n')[0];
  const where = place ? `${file}:${place[1]}:${place[2]}` : file;
  return new Failure(`Không dịch được ${where}: ${message}`, `Could not compile ${where}: ${message}`);
}

function outputsOf(file) {
  return fate(file) === 'compile' ? [file.replace(/\.ts$/, '.js'), file.replace(/\.ts$/, '.js.map')] : [file];
}

function sourceFiles(base, inside = '') {
  return readdirSync(join(base, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = inside + entry.name;
    if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) || entry.name.startsWith('.') ? [] : sourceFiles(base, `${path}/`);
    return entry.isFile() ? [path] : [];
  });
}

function filesBelow(folder, inside = '') {
  if (!existsSync(join(folder, inside))) return [];
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(folder, `${inside}${entry.name}/`) : [inside + entry.name],
  );
}

function removeWithEmptyFolders(dist, file) {
  rmSync(join(dist, file), { force: true });
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    if (existsSync(join(dist, folder)) && readdirSync(join(dist, folder)).length === 0) rmdirSync(join(dist, folder));
  }
}

function readStamp(file) {
  try {
    const { tool, files } = JSON.parse(readFileSync(file, 'utf8'));
    return { tool, files: files ?? {} };
  } catch {
    return { tool: '', files: {} };
  }
}

function contentHash(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 32);
}
