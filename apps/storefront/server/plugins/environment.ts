/**
 * Takes the project's own variables (API_URL, PUBLIC_URL, DEMO, TRUST_PROXY) instead of Nuxt's NUXT_… names, so that
 * one environment serves every app. Nuxt freezes its shared configuration at start, so each request's copy is filled.
 */
export default defineNitroPlugin((nitro) => {
  const { API_URL, PUBLIC_URL, DEMO, TRUST_PROXY, PORT } = process.env;
  const apiUrl = trimmed(API_URL) ?? 'http://127.0.0.1:3001';
  const url = trimmed(PUBLIC_URL) ?? `http://localhost:${PORT ?? 3000}`;
  const demo = DEMO === '1' || DEMO === 'true';
  nitro.hooks.hook('request', (event) => {
    const config = useRuntimeConfig(event);
    config.apiUrl = apiUrl;
    config.trustProxy = TRUST_PROXY === '1';
    config.public.url = url;
    config.public.demo = demo;
    config.public.i18n.baseUrl = url;
  });
});

function trimmed(url: string | undefined): string | undefined {
  return url ? url.replace(/\/+$/, '') : undefined;
}
