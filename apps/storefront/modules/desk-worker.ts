import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addTypeTemplate, defineNuxtModule } from 'nuxt/kit';

/** A page without content, drawn in the browser: what the desks open with when there is no network. */
const SHELL = '/ban-hang/khung';
const DESK_PARTS =
  /^(pages\/(ban-hang\/|buu-cuc\/(quet|tuyen|phat-hang|thiet-bi|buu-gui\/\[number\])\.vue|giam-sat\/mau\/\[id\]\/di\.vue)|layouts\/desk\.vue|middleware\/desk\.ts|.*i18n\/locales\/(vi|en)\/(sell|camera|post(-\w+)?|review|delegation|work-queue|audit(-samples)?)\.json)/;

interface Chunk {
  file: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
}
type Manifest = Record<string, Chunk>;

/**
 * Gives the server what `/sw.js` is made of (`#desk-worker`): the worker's text and the files of the build that the household desk, at the post
 * scanning, rounds and delivery, and inspections of officials need without a network.
 */
export default defineNuxtModule({
  meta: { name: 'choxa-desk-worker' },
  setup(_options, nuxt) {
    const source = readFileSync(join(nuxt.options.rootDir, 'worker/desk-worker.js'), 'utf8');
    let files: string[] = [];
    nuxt.hook('build:manifest', (manifest) => {
      files = filesOfDesk(manifest as Manifest).map((file) => `${nuxt.options.app.buildAssetsDir}${file}`);
    });
    nuxt.options.nitro.virtual = {
      ...nuxt.options.nitro.virtual,
      '#desk-worker': () => {
        const version = createHash('sha256').update(source).update(files.join()).digest('hex').slice(0, 12);
        return `export default ${JSON.stringify({ source, shell: SHELL, files, version })};`;
      },
    };
    addTypeTemplate(
      {
        filename: 'types/desk-worker.d.ts',
        getContents: () =>
          `declare module '#desk-worker' {
  const desk: { source: string; shell: string; files: string[]; version: string };
  export default desk;
}`,
      },
      { nitro: true, nuxt: true },
    );
    nuxt.options.routeRules = { ...nuxt.options.routeRules, [SHELL]: { ssr: false } };
  },
});

/** Files of the entry and of the desk's parts, with all they import and the components those load later. */
function filesOfDesk(manifest: Manifest): string[] {
  const wanted = new Set<string>();
  const take = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || wanted.has(key)) return;
    wanted.add(key);
    for (const next of chunk.imports ?? []) take(next);
    // The entry loads every page of every area later.
    if (!chunk.isEntry) for (const next of chunk.dynamicImports ?? []) take(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry || DESK_PARTS.test(key)) take(key);
  const files = [...wanted].flatMap((key) => {
    const { file, css = [], assets = [] } = manifest[key]!;
    return [file, ...css, ...assets];
  });
  return [...new Set(files)].sort();
}
