/** Loads the texts of a desk when it is opened, in the page's language; the shop never carries them. */
export default defineNuxtRouteMiddleware(async (to) => {
  const area = deskAreaOf(to.path);
  if (!area) return;
  const i18n = useNuxtApp().$i18n;
  const locale = /^\/en(\/|$)/.test(to.path) ? 'en' : 'vi';
  const texts = DESK_TEXTS[`../../i18n/locales/${locale}/${area}.json`];
  if (texts) i18n.mergeLocaleMessage(locale, await texts());
});

const DESK_TEXTS = import.meta.glob<Record<string, unknown>>('../../i18n/locales/*/{sell,post,audit}.json', { import: 'default' });
