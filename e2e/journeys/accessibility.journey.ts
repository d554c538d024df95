import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { fillCart, goods, placeOrder, reviewedProduct } from './pages/buyer.js';
import { DEMO, open, signIn, signInStaff, visit } from './pages/people.js';

// Experience, "Look": axe clean on every page, WCAG 2.2 AA. The pages are those of the demo data, at the width most people hold in their hand.
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const SHOP_PAGES = [
  '/',
  '/san-pham',
  '/san-pham?province=86&sort=nearest',
  '/xep-hang',
  '/du-lieu-mo',
  '/gio-hang',
  '/dang-nhap',
  '/theo-doi',
  '/dieu-khoan',
  '/bao-cao/moi',
  '/en',
];
const DESKS = [
  {
    who: 'household',
    phone: '0500000002',
    pages: [
      '/ban-hang',
      '/ban-hang/san-pham',
      '/ban-hang/san-pham/them',
      '/ban-hang/don-hang',
      '/ban-hang/danh-gia',
      '/ban-hang/hoi-dap',
      '/ban-hang/giao-buu-cuc',
      '/ban-hang/khieu-nai',
      '/ban-hang/tien',
      '/ban-hang/tien/sao-ke',
    ],
  },
  {
    who: 'clerk',
    phone: DEMO.clerk,
    pages: [
      '/buu-cuc',
      '/buu-cuc/nhan-hang',
      '/buu-cuc/quet',
      '/buu-cuc/ho-cho-duyet',
      '/buu-cuc/nhac-don',
      '/buu-cuc/gui-le',
      '/buu-cuc/lay-hang',
      '/buu-cuc/dich-vu-cong',
      '/buu-cuc/tra-tien',
      '/buu-cuc/quy',
    ],
  },
  {
    who: 'manager',
    phone: DEMO.payingManager,
    pages: ['/buu-cuc/dot-tra', '/buu-cuc/doi-soat?xem=caps', '/buu-cuc/bao-cao'],
  },
  {
    who: 'official',
    phone: DEMO.officialOfNation,
    pages: [
      '/giam-sat',
      '/giam-sat/chi-tieu/12',
      '/giam-sat/chi-tieu/12?province=68',
      '/giam-sat/chi-tieu/1',
      '/giam-sat/chi-tiet',
      '/giam-sat/phat-tan-noi',
      '/giam-sat/bao-cao-buu-chinh',
      '/giam-sat/dan-so',
      '/giam-sat/ky',
      '/giam-sat/mau',
      '/giam-sat/chi-tieu/11',
      '/giam-sat/bao-cao',
    ],
  },
];

test('axe finds nothing wrong on the pages of the shop', async ({ browser }) => {
  const page = await open(browser, { width: 360 });
  const faults: string[] = [];
  for (const path of SHOP_PAGES) faults.push(...(await faultsOf(page, path)));
  const { householdSlug } = (await goods(page))[0]!;
  await fillCart(page);
  const order = await placeOrder(page);
  await fillCart(page);
  const reviewed = await reviewedProduct(page);
  for (const path of [`/san-pham/${reviewed}`, `/hoi-dap/${reviewed}`, `/ho/${householdSlug}`, '/gio-hang', '/thanh-toan', order])
    faults.push(...(await faultsOf(page, path)));
  expect(faults).toEqual([]);
});

for (const { who, phone, pages } of DESKS)
  test(`axe finds nothing wrong on the pages of the ${who}`, async ({ browser }) => {
    const page = await open(browser, { width: 360 });
    await (who === 'household' ? signIn : signInStaff)(page, phone);
    const faults: string[] = [];
    for (const path of pages) faults.push(...(await faultsOf(page, path)));
    if (who === 'household') faults.push(...(await faultsOfOneProduct(page)));
    expect(faults).toEqual([]);
  });

/** The pages of one of the household's products: facts, number, lots. */
async function faultsOfOneProduct(page: Page): Promise<string[]> {
  const answer = await page.request.get('/api/v1/household/products?limit=1');
  const { data } = (await answer.json()) as { data: { id: string }[] };
  const own = `/ban-hang/san-pham/${data[0]!.id}`;
  const faults: string[] = [];
  for (const path of [own, `${own}/ma-vach`, `${own}/lo-hang`]) faults.push(...(await faultsOf(page, path)));
  return faults;
}

/** One line per fault: page, rule, what it is about. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await visit(page, path);
  await expect(page.getByRole('main')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${path}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
