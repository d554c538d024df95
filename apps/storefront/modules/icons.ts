import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineNuxtModule } from 'nuxt/kit';

interface LucideSet {
  icons: Record<string, { body: string }>;
  aliases?: Record<string, { parent: string }>;
}

/** Every `lucide:name` written anywhere in the sources. */
function usedIcons(folder: string, found = new Set<string>()): Set<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) usedIcons(path, found);
    else if (/\.(vue|ts)$/.test(entry.name))
      for (const [, name] of readFileSync(path, 'utf8').matchAll(/lucide:([a-z0-9-]+)/g)) found.add(name!);
  }
  return found;
}

/**
 * Makes one SVG sprite of the Lucide icons the pages use (`@icons/icon-sprite.svg`), served by us like any other asset.
 * A sprite costs no JavaScript and no request to a foreign host. An unknown name fails the build.
 */
export default defineNuxtModule({
  meta: { name: 'choxa-icons' },
  setup(_options, nuxt) {
    const require = createRequire(import.meta.url);
    const set = JSON.parse(readFileSync(require.resolve('@iconify-json/lucide/icons.json'), 'utf8')) as LucideSet;
    const symbols = [...usedIcons(nuxt.options.srcDir)].sort().map((name) => {
      const icon = set.icons[name] ?? set.icons[set.aliases?.[name]?.parent ?? ''];
      if (!icon) throw new Error(`No Lucide icon is called "${name}"`);
      return `<symbol id="${name}" viewBox="0 0 24 24">${icon.body}</symbol>`;
    });
    const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
    // In the cache and not among Nuxt's templates, which are virtual: Vite emits only real files as assets.
    const file = join(nuxt.options.rootDir, 'node_modules/.cache/choxa/icon-sprite.svg');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, sprite);
    nuxt.options.alias['@icons'] = dirname(file);
  },
});
