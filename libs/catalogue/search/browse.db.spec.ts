import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven, type GivenHousehold } from '../catalogue.factory.js';
import { Listings, NO_LABEL } from '../index.js';
import { RefreshOldListings } from '../listing/refresh-old-listings.js';
import { RANKING } from './ranking.rules.js';

interface Item {
  packId: string;
  name: string;
  provinceCode: string;
  priceVnd: number;
  inSeason: boolean;
}
interface Count {
  code: string;
  name: string;
  count: number;
}
interface Answer {
  data: Item[];
  next: string | null;
  facets: {
    provinces: Count[];
    communes: Count[];
    prices: { minPriceVnd: number; maxPriceVnd: number | null; count: number }[];
    inSeason: { count: number };
  };
}

describe('browsing', () => {
  let given: CatalogueGiven<World>;
  let canTho: GivenHousehold;
  beforeAll(async () => {
    // A day in November: pomelos are in season, lychees are not.
    given = new CatalogueGiven(await testWorld({ ...CATALOGUE_WORLD, now: new Date('2026-11-25T09:00:00+07:00') }), anActor);
    canTho = await given.household({ name: 'Vườn Ông Tư', province: '92' });
    const vinhLong = await given.household({ name: 'Hợp tác xã Bưởi Năm Roi', province: '86' });
    const haNoi = await given.household({ name: 'Hộ Bà Lan', province: '01' });
    await given.products([
      { name: 'Bưởi da xanh', setCode: '1', priceVnd: 40_000, of: vinhLong },
      { name: 'Bưởi Diễn', setCode: '1', priceVnd: 50_000, of: haNoi },
      { name: 'Vải thiều', setCode: '1', priceVnd: 99_999, of: haNoi },
      { name: 'Cam sành', setCode: '1', priceVnd: 100_000, of: canTho },
      { name: 'Mứt bưởi', setCode: '7', priceVnd: 600_000, of: canTho },
      { name: 'Mứt cam', setCode: '7', priceVnd: 150_000, of: canTho },
    ]);
  });
  afterAll(() => given.world.close());

  async function list(query: string): Promise<Answer> {
    const answer = await given.world.http<Answer>('GET', `/products?facets=true&${query}`);
    expect([query, answer.status]).toEqual([query, 200]);
    return answer.body;
  }
  const names = async (query: string): Promise<string[]> => (await list(query)).data.map(({ name }) => name).toSorted();

  it('says what is in season this month, and counts and filters it', async () => {
    const { data, facets } = await list('sort=name');
    const inSeason = data.filter((item) => item.inSeason).map(({ name }) => name);
    expect(inSeason.toSorted()).toEqual(['Bưởi Diễn', 'Bưởi da xanh', 'Cam sành']);
    expect(facets.inSeason.count).toBe(3);
    expect(await names('inSeason=true')).toEqual(inSeason.toSorted());
    expect((await list('inSeason=true&province=01')).facets.provinces.map(({ count }) => count).toSorted()).toEqual([1, 1, 1]);
  });

  it('counts prices in bands under all other filters, and each band’s own limits list what it counts', async () => {
    const { prices } = (await list('minPriceVnd=500000')).facets;
    expect(prices.map(({ count }) => count)).toEqual([1, 2, 2, 1]);
    for (const { minPriceVnd, maxPriceVnd, count } of prices)
      expect((await list(`minPriceVnd=${minPriceVnd}${maxPriceVnd === null ? '' : `&maxPriceVnd=${maxPriceVnd}`}`)).data).toHaveLength(
        count,
      );
    expect((await list('set=7')).facets.prices.map(({ count }) => count)).toEqual([1, 1]);
    expect((await list('maxPriceVnd=99999')).facets.provinces.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });

  it('offers communes once a province is chosen', async () => {
    expect((await list('')).facets.communes).toEqual([]);
    const [commune] = (await list('province=92')).facets.communes as [Count];
    expect(commune.count).toBe(3);
    expect(await names(`province=92&commune=${commune.code}`)).toEqual(['Cam sành', 'Mứt bưởi', 'Mứt cam']);
    expect((await list('province=92&commune=00000')).facets.communes).toEqual([commune]);
    expect((await list('province=92&q=buoi')).facets.communes).toEqual([{ ...commune, count: 1 }]);
  });

  it('puts goods of the province first, then those from beside it, whatever is searched for', async () => {
    for (const query of ['', '&q=buoi', '&q=buooi']) {
      const provinces: string[] = [];
      for (let cursor = ''; ;) {
        const page = await list(`sort=nearest&near=92&limit=2${query}${cursor}`);
        provinces.push(...page.data.map(({ provinceCode }) => provinceCode));
        if (!page.next) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(provinces).toEqual(query ? ['92', '86', '01'] : ['92', '92', '92', '86', '01', '01']);
    }
    for (const near of ['', '&near=00']) expect((await given.world.http('GET', `/products?sort=nearest${near}`)).status).toBe(400);
  });

  it('keeps its place when something new comes while somebody pages', async () => {
    const first = await list('sort=price&limit=3');
    await given.product({ name: 'Ổi lê', setCode: '1', priceVnd: 10_000, of: canTho });
    const rest = await list(`sort=price&limit=100&cursor=${first.next}`);
    const seen = [...first.data, ...rest.data].map(({ packId }) => packId);
    expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
  });

  it('finds a pack by the digits of its barcode, as a scanner or a person types them', async () => {
    const [item] = (await list('q=mut+buoi')).data as [Item];
    const barcode = { kind: 'internal', number: '0400000000017', svgUrl: '', pngUrl: '' } as const;
    await given.world.db.transaction((tx) => given.world.get(Listings).setLabelPanel(tx, item.packId, { ...NO_LABEL, barcode }));
    for (const typed of ['0400000000017', '400000000017', '0 400000 000017'])
      expect(await names(`q=${encodeURIComponent(typed)}`)).toEqual(['Mứt bưởi']);
    expect(await names('q=0400000000024')).toEqual([]);
  });

  it('suggests names, sets, places and households while somebody types', async () => {
    const suggest = async (q: string, language = 'vi') => {
      const answer = await given.world.http('GET', `/products/suggestions?q=${encodeURIComponent(q)}`, {
        headers: { 'accept-language': language },
      });
      return (answer.body as { data: { kind: string; text: string; code: string | null }[] }).data;
    };
    expect((await suggest('buo')).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Bưởi da xanh', 'Bưởi Diễn', 'Mứt bưởi', 'Hợp tác xã Bưởi Năm Roi']),
    );
    expect((await suggest('bưởi d')).map(({ kind }) => kind)).toEqual(['name', 'name']);
    expect(await suggest('can tho')).toContainEqual({ kind: 'province', text: 'Thành phố Cần Thơ', code: '92', provinceCode: null });
    expect(await suggest('ca phe')).toContainEqual(expect.objectContaining({ kind: 'set', code: '13', text: 'Cà phê, ca cao' }));
    expect(await suggest('coffee', 'en')).toContainEqual(expect.objectContaining({ kind: 'set', code: '13' }));
    expect(await suggest('ông tư')).toContainEqual(expect.objectContaining({ kind: 'household', code: canTho.slug }));
    // Nothing is sold in Hải Phòng.
    for (const q of ['b', '!!', 'hai phong', "'; --"]) expect(await suggest(q)).toEqual([]);
  });

  it('shows what else the household sells and what others sell of the kind', async () => {
    const { body } = await given.world.http<{ household: Item[]; set: Item[] }>('GET', '/products/cam-sanh/related');
    const of = (items: Item[]): string[] => items.map(({ name }) => name).toSorted();
    expect(of(body.household)).toEqual(['Mứt bưởi', 'Mứt cam', 'Ổi lê']);
    expect(of(body.set)).toEqual(['Bưởi Diễn', 'Bưởi da xanh', 'Vải thiều']);
    expect((await given.world.http('GET', '/products/khong-co/related')).status).toBe(404);
  });

  it('publishes the figures it ranks by', async () => {
    const { body } = await given.world.http<{ points: { rule: string; points: number }[] }>('GET', '/ranking');
    expect(Object.fromEntries(body.points.map(({ rule, points }) => [rule, points]))).toEqual(RANKING);
  });

  it('makes listings of an older shape anew, once', async () => {
    await sql(given.world.db.read, `update catalogue.listing set shape = 0, marks = '', season_months = 0 where name like 'Bưởi%'`);
    expect(await given.world.get(RefreshOldListings).run()).toBe(2);
    expect(await given.world.get(RefreshOldListings).run()).toBe(0);
    expect((await list('inSeason=true')).data).toHaveLength(3);
  });

  it('counts what was guessed at, and counts anew as soon as a listing changes', async () => {
    const counted = async (): Promise<number> => (await list('q=buooi')).facets.provinces.reduce((sum, { count }) => sum + count, 0);
    expect([await counted(), (await list('q=buooi')).data.length]).toEqual([3, 3]);
    await given.product({ name: 'Bưởi hồ lô', setCode: '1', of: canTho });
    expect([await counted(), (await list('q=buooi')).data.length]).toEqual([4, 4]);
  });
});
