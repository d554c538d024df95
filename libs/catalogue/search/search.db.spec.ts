import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven } from '../catalogue.factory.js';
import { Listings, NO_LABEL } from '../index.js';

interface Item {
  packId: string;
  name: string;
  priceVnd: number;
  stars: number | null;
  inStock: boolean;
  labelled: boolean;
}

describe('search', () => {
  let given: CatalogueGiven<World>;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
    const hue = await given.household({ name: 'Hợp tác xã Hương Trà', province: '46' });
    await given.products([
      { name: 'Dưa lưới vàng', setCode: '1', priceVnd: 60_000 },
      { name: 'Mứt dứa Đồng Giao', setCode: '7' },
      { name: 'Dứa sấy dẻo', setCode: '7' },
      { name: 'Dừa sáp Cầu Kè', setCode: '1', brandName: 'VICOSAP' },
      { name: 'Kẹo dừa Bến Tre', setCode: '7' },
      { name: 'Cà phê Arabica Cầu Đất', setCode: '13', priceVnd: 150_000 },
      { name: 'Cà phê chồn', setCode: '13', priceVnd: 900_000 },
      { name: 'Cá phèn khô', setCode: '8' },
      { name: 'Mật ong rừng U Minh', setCode: '4' },
      { name: 'Rượu mật ong', setCode: '15' },
      { name: 'Nước mắm Phú Quốc 40 độ đạm', setCode: '9' },
      { name: 'Nước mắm Phú Quốc 43 độ đạm', setCode: '9' },
      { name: 'Tôm khô Năm Căn', setCode: '8' },
      { name: 'Bún khô Vân Cù', setCode: '6', of: hue },
      { name: 'Trà rau má', setCode: '12', of: hue },
      { name: 'Khoai lang Hoà Vang', setCode: '1' },
    ]);
  });
  afterAll(() => given.world.close());

  it('finds with and without accents, in any case and any form of Unicode', async () => {
    const coffee = ['Cà phê chồn', 'Cà phê Arabica Cầu Đất'];
    for (const query of ['cà phê', 'ca phe', 'CÀ PHÊ', 'Cà-phê', 'cà phê'.normalize('NFD')])
      expect([query, (await given.names(query)).toSorted()]).toEqual([query, coffee.toSorted()]);
  });

  it.each([
    ['dừa', ['Dừa sáp Cầu Kè', 'Kẹo dừa Bến Tre']],
    ['dưa', ['Dưa lưới vàng']],
    ['dứa', ['Dứa sấy dẻo', 'Mứt dứa Đồng Giao']],
  ])('puts the exact accents of %s first', async (query, first) => {
    const names = await given.names(query);
    expect(names).toHaveLength(5);
    expect(names.slice(0, first.length).toSorted()).toEqual(first.toSorted());
  });

  it('finds all five where no accents are given, names that begin with the word first', async () => {
    const names = await given.names('dua');
    expect(names).toHaveLength(5);
    expect(names.slice(0, 3).toSorted()).toEqual(['Dưa lưới vàng', 'Dừa sáp Cầu Kè', 'Dứa sấy dẻo'].toSorted());
  });

  it('takes old and new tone placement as one spelling', async () => {
    expect(await given.names('khoai lang Hòa Vang')).toEqual(['Khoai lang Hoà Vang']);
  });

  it.each([
    ['ca phee arabica', 'Cà phê Arabica Cầu Đất'],
    ['mat omg rung', 'Mật ong rừng U Minh'],
    ['nuoc mam phu quok', 'Nước mắm Phú Quốc 40 độ đạm'],
    ['vicosop', 'Dừa sáp Cầu Kè'],
    ['tom kho nam cam', 'Tôm khô Năm Căn'],
    ['cà fê', 'Cà phê chồn'],
    ['caphe', 'Cà phê chồn'],
  ])('forgives the slip in "%s"', async (query, wanted) => {
    expect(await given.names(query)).toContain(wanted);
  });

  it('does not guess where every word is found', async () => {
    expect(await given.names('nuoc mam 40')).toEqual(['Nước mắm Phú Quốc 40 độ đạm']);
    expect(await given.names('mật ong rừng')).toEqual(['Mật ong rừng U Minh']);
  });

  it('finds by brand, seller and place, behind names that say it', async () => {
    expect(await given.names('vicosap')).toEqual(['Dừa sáp Cầu Kè']);
    // "Trà" is in one name and in the seller's of both.
    expect(await given.names('trà')).toEqual(['Trà rau má', 'Bún khô Vân Cù']);
    expect(await given.names('bún huế')).toEqual(['Bún khô Vân Cù']);
    // The kind of a place is in every address and tells nothing apart.
    expect(await given.names('thành phố')).toEqual([]);
  });

  it.each(['!!!', '  ', '%', "'; drop table x; --", "a' & 'b", '\\', ':*', '&', 'x'.repeat(200), '🥥', '<script>'])(
    'answers to %j without failing',
    async (query) => {
      const answer = await given.world.http('GET', `/products?q=${encodeURIComponent(query)}&facets=true`);
      expect(answer.status).toBe(200);
      expect(answer.body.facets.sets).toBeInstanceOf(Array);
    },
  );

  it('finds nothing for what is not sold, and for signs alone', async () => {
    expect(await given.names('xe máy điện')).toEqual([]);
    expect(await given.names('!!!')).toEqual([]);
  });

  it('narrows a search by group and sorts it by price', async () => {
    expect(await given.names('ca phe', '&sort=price')).toEqual(['Cà phê Arabica Cầu Đất', 'Cà phê chồn']);
    expect(await given.names('ca phe', '&sort=-price')).toEqual(['Cà phê chồn', 'Cà phê Arabica Cầu Đất']);
    expect(await given.names('dua', '&set=7&sort=name')).toEqual(['Dứa sấy dẻo', 'Kẹo dừa Bến Tre', 'Mứt dứa Đồng Giao']);
    // Found in no group 13, and so not guessed at either.
    expect(await given.names('mat ong', '&set=13')).toEqual([]);
  });

  it('refuses what it does not know: fields, sorts, sizes, cursors', async () => {
    for (const query of [
      'colour=red',
      'sort=stars',
      'limit=0',
      'limit=101',
      'stars=2',
      'cursor=abc',
      'minPriceVnd=-1',
      'q=' + 'x'.repeat(201),
    ]) {
      const answer = await given.world.http('GET', `/products?${query}`);
      expect([query, answer.status, answer.body.code]).toEqual([query, 400, 'request.invalid']);
    }
    const { body } = await given.world.http('GET', '/products?sort=price&limit=2');
    expect((await given.world.http('GET', `/products?sort=newest&cursor=${body.next}`)).status).toBe(400);
    const forged = Buffer.from(JSON.stringify(['price', 'x', 'y'])).toString('base64url');
    expect((await given.world.http('GET', `/products?sort=price&cursor=${forged}`)).status).toBe(400);
  });

  it('takes empty fields of a plain form as not given', async () => {
    const answer = await given.world.http('GET', '/products?q=&set=&province=&household=&commune=&limit=100');
    expect(answer.body.data).toHaveLength(16);
  });

  it('sells out, is labelled and loses the label without being made anew', async () => {
    const [item] = (await given.world.http<{ data: Item[] }>('GET', '/products?q=tom+kho')).body.data as [Item];
    expect([item.inStock, item.labelled]).toEqual([true, false]);
    const listings = given.world.get(Listings);
    await given.world.db.transaction(async (tx) => {
      await listings.setOnHand(tx, [{ packId: item.packId, onHand: 0 }]);
      await listings.setLabelPanel(tx, item.packId, { ...NO_LABEL, labelled: true, percent: 100 });
    });
    const [sold] = (await given.world.http<{ data: Item[] }>('GET', '/products?labelled=true')).body.data as [Item];
    expect([sold.packId, sold.inStock, sold.labelled]).toEqual([item.packId, false, true]);
    await given.world.db.transaction((tx) => listings.setLabelPanel(tx, item.packId, NO_LABEL));
    expect((await given.world.http('GET', '/products?labelled=true')).body.data).toEqual([]);
  });
});

describe('lists', () => {
  let given: CatalogueGiven<World>;
  const total = 75;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
    const far = await given.household({ name: 'Hộ xa', province: '01' });
    // Many equal prices, names, times and units sold: only the last key tells them apart.
    await given.products(
      Array.from({ length: total }, (_, i) => ({
        name: ['Bưởi', 'Đào', 'Cam', 'Ấu', 'An'][i % 5]!,
        setCode: String((i % 4) + 1),
        priceVnd: 10_000 * ((i % 3) + 1),
        ...(i % 5 ? {} : { of: far }),
      })),
    );
    await sql(given.world.db.read, `update catalogue.listing set popularity = hashtext(pack_id::text) & 3`);
  });
  afterAll(() => given.world.close());

  async function walk(query: string): Promise<Item[]> {
    const seen: Item[] = [];
    for (let cursor = ''; ;) {
      const answer = await given.world.http<{ data: Item[]; next: string | null }>('GET', `/products?${query}${cursor}`);
      expect(answer.status).toBe(200);
      seen.push(...answer.body.data);
      if (!answer.body.next) return seen;
      expect(answer.headers.link).toBe(`</api/v1/products?${query}&cursor=${answer.body.next}>; rel="next"`);
      cursor = `&cursor=${answer.body.next}`;
    }
  }

  it.each(['relevance', 'price', '-price', 'newest', 'popular', 'name'])('walks %s page by page, each pack once', async (sort) => {
    for (const more of ['', '&set=2', '&q=cam', '&q=camm', '&set=1&minPriceVnd=20000']) {
      const pages = await walk(`sort=${sort}&limit=7${more}`);
      const whole = (await given.world.http<{ data: Item[] }>('GET', `/products?sort=${sort}&limit=100${more}`)).body.data;
      expect(new Set(pages.map((item) => item.packId)).size).toBe(pages.length);
      expect(pages).toEqual(whole);
      if (!more) expect(pages).toHaveLength(total);
      else expect(pages.length).toBeGreaterThan(7);
    }
  });

  it('sorts by price both ways, and by name as Vietnamese dictionaries do', async () => {
    const prices = (await walk('sort=price&limit=50')).map((item) => item.priceVnd);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
    expect((await walk('sort=-price&limit=50')).map((item) => item.priceVnd)).toEqual(prices.toReversed());
    const names = [...new Set((await walk('sort=name&limit=50')).map((item) => item.name))];
    expect(names).toEqual(['An', 'Ấu', 'Bưởi', 'Cam', 'Đào']);
  });

  it('counts each choice under the other filters, and agrees with the lists', async () => {
    const { facets } = (await given.world.http('GET', '/products?facets=true&set=2&limit=1')).body;
    expect(facets.sets.map((set: { code: string }) => set.code)).toEqual(['1', '2', '3', '4']);
    expect(facets.sets.reduce((sum: number, set: { count: number }) => sum + set.count, 0)).toBe(total);
    for (const province of facets.provinces) expect(await walk(`set=2&province=${province.code}&limit=100`)).toHaveLength(province.count);
    expect(facets.provinces.map((province: { name: string }) => province.name).toSorted()).toEqual([
      'Thành phố Cần Thơ',
      'Thành phố Hà Nội',
    ]);
    const searched = (await given.world.http('GET', '/products?facets=true&q=cam&limit=1')).body.facets;
    for (const set of searched.sets) expect(await walk(`q=cam&set=${set.code}&limit=100`)).toHaveLength(set.count);
    const guessed = (await given.world.http('GET', '/products?facets=true&q=camm&limit=1')).body.facets;
    for (const set of guessed.sets) expect(await walk(`q=camm&set=${set.code}&limit=100`)).toHaveLength(set.count);
  });

  it('shows a household’s shelf', async () => {
    const [{ householdSlug }] = (await walk('province=01&limit=100')) as unknown as [{ householdSlug: string }];
    expect((await walk(`household=${householdSlug}&limit=4`)).map((item) => item.packId).toSorted()).toEqual(
      (await walk('province=01&limit=100')).map((item) => item.packId).toSorted(),
    );
    expect(await walk('household=khong-co')).toEqual([]);
  });
});
