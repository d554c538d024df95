import type { DeskArea } from '~/utils/desk-areas';

/** Loads the texts of a desk, of sign-in and account, or of a page of the shop with many words, when it is opened, in the page's language. */
export default defineNuxtRouteMiddleware(async (to) => {
  const area = deskAreaOf(to.path) ?? (ACCOUNT.test(to.path) ? 'account' : undefined);
  const ofPage = TEXTS_OF_PAGES.filter(([pages]) => pages.test(to.path)).map(([, name]) => name);
  const i18n = useNuxtApp().$i18n;
  const locale = /^\/en(\/|$)/.test(to.path) ? 'en' : 'vi';
  for (const name of [...(area ? TEXTS_OF_AREA[area] : []), ...ofPage]) {
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
  [/^(\/en)?\/?$/, 'home'],
  [/\/(ban-hang\/(don-hang|giao-buu-cuc)|nhac-don|lay-hang)(\/|$)/, 'hand-over'],
  [/\/thong-bao$/, 'notices'],
  [/^(\/en)?\/tai-khoan(\/|$)/, 'mine'],
  [/^(\/en)?\/tai-khoan\/?$|\/tai-khoan\/don-hang/, 'order'],
  [/^(\/en)?\/tai-khoan(\/(don-hang|dia-chi|yeu-thich)|\/?$)/, 'cart'],
  [/\/cong-nhan$/, 'recognition'],
  [/\/(hoc|lop-hoc)(\/|$)/, 'learn'],
  [/\/(du-lieu|yeu-cau-xoa)$/, 'personal-data'],
  [/^(\/en)?\/(gio-hang|thanh-toan|don-hang)(\/|$)/, 'cart'],
  [/^(\/en)?\/don-hang(\/|$)/, 'order'],
  [/^(\/en)?\/don-hang(\/|$)|\/khieu-nai$/, 'after-sale'],
  [/^(\/en)?\/san-pham\/?$/, 'browse'],
  [/\/xep-hang$/, 'ranking'],
  [/^(\/en)?\/don-hang\/[^/]+\/?$/, 'payment'],
  [/\/ban-hang\/(tien|don-hang)(\/|$)/, 'money'],
  [/^(\/en)?\/san-pham\/./, 'product'],
  [/\/(san-pham\/.|bao-cao)/, 'report'],
  [/^(\/en)?\/(san-pham\/.|ho\/|hoi-dap|don-hang\/.+\/danh-gia|ban-hang\/(danh-gia|hoi-dap))/, 'remark'],
];

const DESK_TEXTS = import.meta.glob<Record<string, unknown>>(
  ['../../i18n/locales/*/*.json', '!../../i18n/locales/*/{common,shop,trace}.json'],
  { import: 'default' },
);
