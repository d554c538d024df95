import { fold } from '@choxa/standards';
import { fingerprint, inventMarket, type MarketWish } from './market.js';
import { Random } from './random.js';

const wish: MarketWish = {
  packs: 800,
  today: '2026-11-21',
  communes: [
    { code: '24778', name: 'Xã Cầu Đất', kind: 'xa', provinceCode: '68', provinceName: 'Tỉnh Lâm Đồng' },
    { code: '26740', name: 'Phường Sài Gòn', kind: 'phuong', provinceCode: '79', provinceName: 'Thành phố Hồ Chí Minh' },
  ],
};

describe('the invented market', () => {
  const market = inventMarket(wish);

  it('is the same for the same seed, and another for another', () => {
    // Written down, so that figures of two releases speak of the same rows.
    expect(fingerprint(inventMarket(wish))).toBe(fingerprint(market));
    expect(fingerprint(market).slice(0, 16)).toMatchInlineSnapshot(`"185480f7a6fb6a89"`);
    expect(fingerprint(inventMarket({ ...wish, seed: 'other' }))).not.toBe(fingerprint(market));
  });

  it('has exactly the packs asked for, each with its stock and its units sold', () => {
    expect([market.packs.length, market.stock.length, market.sold.length]).toEqual([800, 800, 800]);
    expect(inventMarket({ ...wish, packs: 1 }).packs).toHaveLength(1);
  });

  it('has coffee under many names, with accents, and goods of most sets', () => {
    const coffee = market.products.filter((product) => fold(String(product.name)).startsWith('ca phe')).map((product) => product.name);
    expect(coffee.length).toBeGreaterThan(40);
    expect(new Set(coffee).size).toBeGreaterThan(30);
    expect(new Set(market.products.map((product) => product.set_code)).size).toBeGreaterThan(20);
  });

  it.each(['households', 'products'] as const)('gives %s ids and addresses of their own', (table) => {
    for (const key of ['id', 'slug']) expect(new Set(market[table].map((row) => row[key])).size).toBe(market[table].length);
  });

  it('has nothing from the future', () => {
    for (const row of [...market.products, ...market.lots]) expect(String(row.created_at ?? row.made_at) < wish.today).toBe(true);
  });
});

describe('seeded numbers', () => {
  it('are spread evenly', () => {
    const random = new Random('even');
    const counts = Array.from({ length: 10 }, () => 0);
    for (let n = 0; n < 20_000; n += 1) counts[random.below(10)]! += 1;
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('make ids that Postgres takes as version 4', () => {
    expect(new Random('a').uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
