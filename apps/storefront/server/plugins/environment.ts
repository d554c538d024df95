/**
 * Takes the project's own variables (API_URL, PUBLIC_URL, DEMO, TRUST_PROXY) instead of Nuxt's NUXT_… names, so that one environment serves every
 * app. Nuxt freezes its shared configuration at start and would make a copy for each request: all requests get the one copy filled here.
 */
export default defineNitroPlugin((nitro) => {
  const { API_URL, PUBLIC_URL, DEMO, TRUST_PROXY, PORT } = process.env;
  const config = structuredClone(useRuntimeConfig());
  const url = trimmed(PUBLIC_URL) ?? `http://localhost:${PORT ?? 3000}`;
  config.apiUrl = trimmed(API_URL) ?? 'http://127.0.0.1:3001';
  config.trustProxy = TRUST_PROXY === '1';
  config.public.url = url;
  config.public.demo = DEMO === '1' || DEMO === 'true';
  config.public.i18n.baseUrl = url;
  nitro.hooks.hook('request', (event) => {
    event.context.nitro.runtimeConfig = config;
  });
});

function trimmed(url: string | undefined): string | undefined {
  return url ? url.replace(/\/+$/, '') : undefined;
}
