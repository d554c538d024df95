import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppModule, LIBS } from '@choxa/app-api';
import { fold } from '@choxa/standards';
import { testWorld, type World } from '@choxa/testing';
import { openRealMarket } from './real-market.factory.js';

const REAL = join(import.meta.dirname, '../../../../shared/data/ocop-products.csv');

interface Item {
  name: string;
  stars: number | null;
  provinceName: string;
}

/** What a shopper expects of a search. Names are told as parts of them, as they are spelt. */
interface Fact {
  /** Every one of the first `first` names has one of these. */
  first: number;
  all: string[];
  /** Found somewhere. */
  has?: string[];
  /** Never before a name with one of `all`. */
  notBefore?: string[];
  /** Found nowhere. */
  without?: string[];
}

const FISH_SAUCE_40 = ['40 độ đạm', '40°N'];

const FACTS: [query: string, fact: Fact][] = [
  ['dừa', { first: 20, all: ['dừa'], has: ['Dừa sáp Hòa Tân', 'Mứt dừa sáp'], notBefore: ['Dưa lưới'] }],
  ['dưa', { first: 1, all: ['Dưa lưới'], notBefore: ['Dừa sáp', 'lá dứa'] }],
  ['dứa', { first: 2, all: ['dứa'], notBefore: ['Dừa sáp Hòa Tân', 'Dưa lưới'] }],
  ['dua', { first: 5, all: ['Dừa ', 'Dưa '], has: ['lá dứa'] }],
  ['ca phe', { first: 16, all: ['cà phê'], has: ['Ca cao cà phê'], without: ['Cá '] }],
  ['cà phê', { first: 16, all: ['cà phê'], has: ['Ta Lư Coffee'] }],
  ['cà fê', { first: 16, all: ['cà phê', 'coffee'] }],
  ['caphe', { first: 16, all: ['cà phê', 'coffee'] }],
  ['coffee', { first: 4, all: ['coffee'], has: ['Cà phê phin'] }],
  ['mật ong rung', { first: 2, all: ['rừng'], without: ['Rượu'] }],
  ['mat ong', { first: 15, all: ['mật ong'] }],
  ['MẬT ONG', { first: 15, all: ['mật ong'] }],
  ['matong', { first: 15, all: ['mật ong'] }],
  ['nước mắm 40 độ', { first: 4, all: FISH_SAUCE_40, without: ['38 độ', '43 độ', '30 độ đạm'] }],
  ['nuoc mam 40 do', { first: 4, all: FISH_SAUCE_40, without: ['38 độ', '43 độ'] }],
  ['nuoc mam phu quoc', { first: 3, all: ['Nước mắm Phú Quốc'], has: ['Nước mắm Thanh Quốc'], notBefore: ['Tiêu', 'ruốc'] }],
  ['nước mắm phú quốc'.normalize('NFD').toUpperCase(), { first: 3, all: ['Nước mắm Phú Quốc'], notBefore: ['Tiêu'] }],
  ['nước mám', { first: 10, all: ['nước mắm'] }],
  ['fish sauce', { first: 10, all: ['nước mắm'] }],
  ['trà', { first: 25, all: ['trà'], has: ['Chè đinh', 'Chè tôm nõn'], without: ['Bánh dừa nướng'] }],
  ['chè', { first: 10, all: ['chè'], has: ['Trà xanh Sencha'], notBefore: ['Trà '] }],
  ['chè thái nguyên', { first: 2, all: ['Chè tôm nõn', 'Chè đinh'], has: ['Trà tôm nõn'], without: ['Trà sen', 'Trà xanh Sencha'] }],
  ['heo', { first: 4, all: ['heo'], has: ['Thịt lợn hương'], notBefore: ['lợn'] }],
  ['lợn', { first: 3, all: ['lợn'], has: ['Chả heo'], notBefore: ['heo'] }],
  ['thịt heo', { first: 2, all: ['Thịt lợn'] }],
  ['đậu phộng', { first: 3, all: ['đậu phộng'], has: ['Kẹo lạc', 'Dầu lạc'], notBefore: ['lạc Sửu', 'Dầu lạc', 'đậu xanh'] }],
  ['kẹo lạc', { first: 1, all: ['Kẹo lạc'], has: ['Kẹo đậu phộng'] }],
  ['dầu phụng', { first: 2, all: ['dầu phụng'], has: ['Dầu lạc', 'Dầu đậu phộng'] }],
  ['mè', { first: 6, all: ['mè'] }],
  ['vừng', { first: 5, all: ['mè'], without: ['cá mè'] }],
  ['sắn', { first: 1, all: ['sắn dây'] }],
  ['khoai mì', { first: 0, all: [], without: ['sắn dây', 'Mì gạo'] }],
  ['khóm', { first: 0, all: [], without: ['lá dứa', 'khô'] }],
  ['bắp', { first: 0, all: [], without: ['Bắc', 'bản'] }],
  ['lạp xưởng', { first: 3, all: ['lạp xưởng'], has: ['Lạp sườn'], notBefore: ['Lạp sườn'] }],
  ['quà tết', { first: 10, all: ['hạt điều', 'mứt', 'yến chưng', 'rượu vang', 'bánh đậu xanh'] }],
  ['duasap', { first: 10, all: ['dừa sáp'] }],
  ['dừa sáp cầu kè', { first: 4, all: ['Dừa sáp'], without: ['Keo dừa ca cao'] }],
  ['tỏi lý sơn', { first: 2, all: ['tỏi'], notBefore: ['Cao tỏi đen Phú Sinh'] }],
  ['ca phe da lat', { first: 3, all: ['Cà phê phin', 'Cà phê drip', 'Cà phê espresso'] }],
  ['cafe buon ma thuot', { first: 0, all: [], without: ['Trà'] }],
  ['hat dieu binh phuoc', { first: 8, all: ['hạt điều'], has: ['Điều wasabi'] }],
  ['dac san ben tre', { first: 4, all: ['Kẹo dừa'], without: ['Dừa sáp Hòa Tân'] }],
  ['muoi om', { first: 1, all: ['muối'] }],
];

/** The list of real products, kept beside the repository; whoever has none skips this. */
const real = existsSync(REAL) ? describe : describe.skip;

real('search over the names of 486 real products', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ libs: LIBS.slice(1), imports: AppModule.parts() });
    await openRealMarket(world, REAL);
  }, 240_000);
  afterAll(() => world.close());

  async function search(query: string): Promise<Item[]> {
    const answer = await world.http<{ data: Item[] }>('GET', `/products?q=${encodeURIComponent(query)}&limit=100`);
    return answer.body.data;
  }
  const says = (name: string, parts: readonly string[]): boolean => parts.some((part) => lower(name).includes(lower(part)));

  it.each(FACTS)('"%s" finds what a shopper expects first', async (query, { first, all, has = [], notBefore = [], without = [] }) => {
    const names = (await search(query)).map(({ name }) => name);
    expect(names.slice(0, first).filter((name) => !says(name, all))).toEqual([]);
    expect(names.length).toBeGreaterThanOrEqual(first);
    for (const part of has) expect([part, names.some((name) => says(name, [part]))]).toEqual([part, true]);
    for (const part of without) expect(names.filter((name) => says(name, [part]))).toEqual([]);
    const lastWanted = names.findLastIndex((name) => says(name, all) && !says(name, notBefore));
    expect(names.slice(0, lastWanted + 1).filter((name) => says(name, notBefore))).toEqual([]);
  });

  it.each(['OCOP 4 sao Trà Vinh', 'ocop bon sao tra vinh', 'Trà Vinh 4 sao'])(
    '"%s": four stars of that land first, then the rest of it',
    async (query) => {
      const items = await search(query);
      expect(new Set(items.map(({ provinceName }) => provinceName))).toEqual(new Set(['Tỉnh Vĩnh Long']));
      const stars = items.map((item) => item.stars);
      expect(stars.filter((one) => one === 4).length).toBeGreaterThanOrEqual(10);
      expect(stars.slice(0, 10)).toEqual(Array(10).fill(4));
      expect(stars.slice(stars.lastIndexOf(4) + 1)).not.toEqual([]);
      expect(items.map(({ name }) => name).filter((name) => fold(name).includes('keo dua gung'))).toEqual([]);
    },
  );

  it('puts the stars asked for first among goods of one kind', async () => {
    const stars = (await search('gạo 5 sao')).map((item) => item.stars);
    expect(stars.slice(0, 2)).toEqual([5, 5]);
    expect(new Set((await search('OCOP 5 sao')).map((item) => item.stars))).toEqual(new Set([5]));
  });
});

function lower(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
