import type { DeskArea } from '~/utils/desk-areas';

/** Loads the texts of a desk, or of sign-in and account, when it is opened, in the page's language; the shop never carries them. */
export default defineNuxtRouteMiddleware(async (to) => {
  const area = deskAreaOf(to.path) ?? (ACCOUNT.test(to.path) ? 'account' : undefined);
  if (!area) return;
  const i18n = useNuxtApp().$i18n;
  const locale = /^\/en(\/|$)/.test(to.path) ? 'en' : 'vi';
  const ofPage = TEXTS_OF_PAGES.filter(([pages]) => pages.test(to.path)).map(([, name]) => name);
  for (const name of [...TEXTS_OF_AREA[area], ...ofPage]) {
    const texts = DESK_TEXTS[`../../i18n/locales/${locale}/${name}.json`];
    if (texts) i18n.mergeLocaleMessage(locale, await texts());
  }
});

const ACCOUNT = /^(\/en)?\/(dang-nhap|tai-khoan)(\/|$)/;

/** Files of texts of each area; `review` is what post offices and officials share, `delegation` what households and clerks do. */
const TEXTS_OF_AREA: Record<DeskArea | 'account', string[]> = {
  account: ['account'],
  sell: ['sell', 'household', 'delegation'],
  post: ['post', 'review', 'delegation'],
  audit: ['audit', 'review'],
};

/** Files that only some pages need. */
const TEXTS_OF_PAGES: [pages: RegExp, name: string][] = [
  [/\/cong-nhan$/, 'recognition'],
  [/\/(hoc|lop-hoc)(\/|$)/, 'learn'],
  [/\/(du-lieu|yeu-cau-xoa)$/, 'personal-data'],
];

const DESK_TEXTS = import.meta.glob<Record<string, unknown>>(
  '../../i18n/locales/*/{account,sell,household,post,audit,review,delegation,recognition,learn,personal-data}.json',
  {
    import: 'default',
  },
);
