import type { DeskArea } from '~/utils/desk-areas';

/** Loads the texts of a desk when it is opened, in the page's language; the shop never carries them. */
export default defineNuxtRouteMiddleware(async (to) => {
  const area = deskAreaOf(to.path);
  if (!area) return;
  const i18n = useNuxtApp().$i18n;
  const locale = /^\/en(\/|$)/.test(to.path) ? 'en' : 'vi';
  for (const name of TEXTS_OF_DESK[area]) {
    const texts = DESK_TEXTS[`../../i18n/locales/${locale}/${name}.json`];
    if (texts) i18n.mergeLocaleMessage(locale, await texts());
  }
});

/** Files of texts of each desk; `review` is what post offices and officials share, `delegation` what households and clerks do. */
const TEXTS_OF_DESK: Record<DeskArea, string[]> = {
  sell: ['sell', 'household', 'delegation'],
  post: ['post', 'review', 'delegation'],
  audit: ['audit', 'review'],
};

const DESK_TEXTS = import.meta.glob<Record<string, unknown>>('../../i18n/locales/*/{sell,household,post,audit,review,delegation}.json', {
  import: 'default',
});
