import desk from '#desk-worker';

/** Written in by the i18n module at build time: where a language's texts are, their address carries this hash. */
declare const __I18N_LOCALE_HASHES__: Record<string, string>;

/** The service worker of the household desk (worker/desk-worker.js), for this very build. */
export default defineEventHandler((event) => {
  setResponseHeaders(event, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' });
  const texts = Object.entries(__I18N_LOCALE_HASHES__).map(([language, hash]) => `/_i18n/${hash}/${language}/messages.json`);
  const { version, shell, files } = desk;
  return `const DESK = ${JSON.stringify({ version, shell, files: [...files, ...texts] })};\n${desk.source}`;
});
