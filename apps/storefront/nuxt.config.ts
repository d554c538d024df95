import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';

// The desks load their own texts when opened (app/middleware/desk-texts.global.ts); the shop must stay light.
const SHOP_AREAS = ['common', 'shop'];
const fonts = join(dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')), 'files');

/** Many small files pack worse than few: one for what every page runs on, one for what most pages are made of, one for cards of goods. */
const CHUNKS = [
  { name: 'core', tags: ['$initial'], priority: 1 },
  {
    name: 'shared',
    test: /app[\\/](components[\\/](AppButton|AppIcon|AppNotice|FiveStates|StatusChip)\.vue|composables[\\/]use(Action|Favourite|Formats|PageMeta|ProblemText|Resource)\.ts)/,
  },
  {
    name: 'cards',
    test: /app[\\/]components[\\/](FavouriteHeart|PriceTag|ProductCard|ProductGrid|ProductMotif|ProductPicture|StarBadge)\.vue/,
  },
];

export default defineNuxtConfig({
  compatibilityDate: '2026-09-01',
  telemetry: false,
  devtools: { enabled: false },
  modules: ['@nuxtjs/i18n'],
  alias: { '@be-vietnam-pro': fonts },
  css: ['~/assets/css/main.css'],
  components: [{ path: '~/components', pathPrefix: false }],
  // Styles stay in one linked file: an inlined <style> would be sent again with every page.
  features: { inlineStyles: false },
  experimental: {
    payloadExtraction: false,
    appManifest: false,
    emitRouteChunkError: 'manual',
    defaults: { nuxtLink: { prefetchOn: { interaction: true, visibility: false } } },
  },
  app: { head: { viewport: 'width=device-width, initial-scale=1' } },
  runtimeConfig: {
    // Filled from the environment, see server/plugins/environment.ts.
    apiUrl: 'http://127.0.0.1:3001',
    trustProxy: false,
    public: { url: 'http://localhost:3000', demo: false },
  },
  i18n: {
    baseUrl: 'http://localhost:3000',
    strategy: 'prefix_except_default',
    defaultLocale: 'vi',
    detectBrowserLanguage: false,
    langDir: 'locales',
    locales: [
      { code: 'vi', language: 'vi-VN', name: 'Tiếng Việt', files: SHOP_AREAS.map((area) => `vi/${area}.json`) },
      { code: 'en', language: 'en-VN', name: 'English', files: SHOP_AREAS.map((area) => `en/${area}.json`) },
    ],
    // Texts are compiled by i18n/message-compiler.ts.
    vueI18n: 'i18n.config.ts',
    bundle: { runtimeOnly: true, fullInstall: false, dropMessageCompiler: true },
    // The texts' address carries their hash, so a browser may keep them.
    experimental: { httpCacheDuration: 31_536_000, typedPages: false },
  },
  nitro: {
    typescript: { tsConfig: { exclude: ['../**/*.spec.ts'] } },
    compressPublicAssets: { gzip: true, brotli: true },
    publicAssets: [{ baseURL: '/', dir: 'public', maxAge: 86400 }],
    experimental: { openAPI: false },
  },
  hooks: {
    // The head's plugins serve spellings of older versions and values in promises; no page has any.
    'app:templates': ({ templates }) => {
      const head = templates.find(({ filename }) => filename === 'unhead-options.mjs');
      if (head) head.getContents = () => 'export default { disableDefaults: true }';
    },
    // A cheap phone on a weak network fetches what the page needs, not what the next one might.
    'build:manifest': (manifest) => {
      for (const chunk of Object.values(manifest)) chunk.prefetch = false;
    },
  },
  vite: {
    plugins: [tailwindcss() as never],
    vue: { features: { optionsAPI: false } },
    // The page itself names what it needs; lists of what every other page would need weigh more than they save.
    $client: { build: { rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } } } } as never,
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false, resolveDependencies: () => [] } },
  },
  // Specs run under Jest and have its types, not the pages'.
  typescript: { strict: true, typeCheck: false, tsConfig: { exclude: ['../**/*.spec.ts'] } },
});
