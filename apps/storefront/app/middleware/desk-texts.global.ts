import type { DeskArea } from '~/utils/desk-areas';

/** Loads the texts of a desk, of sign-in and account, or of a page of the shop with many words, when it is opened, in the page's language. */
export default defineNuxtRouteMiddleware(async (to) => {
  const area = deskAreaOf(to.path) ?? (ACCOUNT.test(to.path) ? 'account' : undefined);
  const ofPage = TEXTS_OF_PAGES.filter(([pages]) => pages.test(to.path)).map(([, name]) => name);
  const { $i18n: i18n, isHydrating } = useNuxtApp();
  const locale = /^\/en(\/|$)/.test(to.path) ? 'en' : 'vi';
  for (const name of [...(area ? TEXTS_OF_AREA[area] : []), ...ofPage]) {
    if (isHydrating && STILL_TEXTS.includes(name) && PRODUCT.test(to.path) && !to.query.ok && !to.query.loi) continue;
    const texts = DESK_TEXTS[`../../i18n/locales/${locale}/${name}.json`];
    if (texts) i18n.mergeLocaleMessage(locale, await texts());
  }
});

/** What is said of a product and reported stays as the server wrote it, so those words need not come once more; an answer to a form does need them. */
const PRODUCT = /^(\/en)?\/san-pham\/./;
const STILL_TEXTS = ['remark', 'report'];
const ACCOUNT = /^(\/en)?\/(dang-nhap|tai-khoan)(\/|$)/;

/** Files of texts of each area; `review` is what post offices and officials share, `delegation` what households and clerks do. */
const TEXTS_OF_AREA: Record<DeskArea | 'account', string[]> = {
  account: ['account'],
  sell: ['sell', 'camera', 'place-picker', 'household', 'delegation'],
  post: ['post', 'camera', 'work-queue', 'post-offline', 'review', 'delegation'],
  audit: ['audit', 'review'],
};

/** Files that only some pages need. */
const TEXTS_OF_PAGES: [pages: RegExp, name: string][] = [
  [/^(\/en)?\/?$/, 'home'],
  [/\/(ban-hang\/(don-hang|giao-buu-cuc)|nhac-don|lay-hang)(\/|$)/, 'hand-over'],
  [/\/(don-hang|giao-buu-cuc)(\/|$)/, 'parcels'],
  [/\/buu-cuc\/(webhook|cai-dat)$/, 'post-announce'],
  [/\/buu-cuc\/kho$/, 'post-warehouse'],
  [/\/buu-cuc\/(nhan-hang|gui-le|dich-vu-cong|lay-hang)$/, 'post-counter'],
  [/\/buu-cuc\/gui-le$/, 'place-picker'],
  [/\/thong-bao$/, 'notices'],
  [/\/theo-doi\/./, 'parcel-requests'],
  [/\/buu-cuc\/(buu-gui\/.|phat-hang|boi-thuong)/, 'post-door'],
  [/\/buu-cuc\/(tuyen|can-xem-lai)$/, 'post-run'],
  [/\/buu-cuc\/dot-tra(\/|$)/, 'post-payout'],
  [/\/buu-cuc\/(quy|doi-soat|danh-sach|bao-cao)(\/|$)/, 'post-cod'],
  [/^(\/en)?\/tai-khoan(\/|$)/, 'mine'],
  [/^(\/en)?\/tai-khoan\/?$|\/tai-khoan\/don-hang/, 'order'],
  [/^(\/en)?\/tai-khoan(\/(don-hang|dia-chi|yeu-thich)|\/?$)/, 'cart'],
  [/\/giam-sat(\/(chi-tieu\/\d+|phat-tan-noi|dan-so))?$/, 'audit-post'],
  [/\/cong-nhan$/, 'recognition'],
  [/\/giam-sat\/mau(\/|$)/, 'audit-samples'],
  [/\/giam-sat\/mau\/.+\/di$/, 'work-queue'],
  [/\/giam-sat\/mau\/.+\/di$/, 'camera'],
  [/\/so-bo(\/|$)/, 'register'],
  [/\/giam-sat(\/(chi-tieu\/.|bao-cao-buu-chinh(\/.+)?))?$/, 'audit-operators'],
  [/\/giam-sat\/ky(\/|$)/, 'audit-periods'],
  [/\/giam-sat\/chi-tieu\/12$/, 'audit-label'],
  [/\/buu-cuc\/(mang-luoi|buu-cuc-danh-ba|gia-cuoc|nhan-vien)(\/|$)/, 'post-net'],
  [/\/buu-cuc\/(mang-luoi|buu-cuc-danh-ba|gia-cuoc)$/, 'post-net-forms'],
  [/\/buu-cuc\/nhan-vien$/, 'post-staff'],
  [/\/(hoc|lop-hoc)(\/|$)/, 'learn'],
  [/\/(du-lieu|yeu-cau-xoa)$/, 'personal-data'],
  [/^(\/en)?\/(gio-hang|thanh-toan|don-hang)(\/|$)/, 'cart'],
  [/^(\/en)?\/don-hang(\/|$)/, 'order'],
  [/^(\/en)?\/don-hang(\/|$)|\/khieu-nai$/, 'after-sale'],
  [/^(\/en)?\/san-pham\/?$/, 'browse'],
  [/\/buu-cuc\/tui(\/|$)/, 'post-bags'],
  [/\/buu-cuc\/(quet|thiet-bi|tui)(\/|$)/, 'post-scan'],
  [/\/xep-hang$/, 'ranking'],
  [/\/du-lieu-mo$/, 'open-data'],
  [/^(\/en)?\/don-hang\/[^/]+\/?$/, 'payment'],
  [/\/ban-hang\/(tien|don-hang)(\/|$)/, 'money'],
  [/^(\/en)?\/san-pham\/./, 'product'],
  [/\/(san-pham\/.|bao-cao)/, 'report'],
  [/^(\/en)?\/(san-pham\/.|ho\/)/, 'share'],
  [/^(\/en)?\/(san-pham\/.|ho\/|hoi-dap|don-hang\/.+\/danh-gia|ban-hang\/(danh-gia|hoi-dap))/, 'remark'],
];

const DESK_TEXTS = import.meta.glob<Record<string, unknown>>(
  ['../../i18n/locales/*/*.json', '!../../i18n/locales/*/{common,shop,trace}.json'],
  { import: 'default' },
);
