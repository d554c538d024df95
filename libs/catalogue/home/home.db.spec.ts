import { sql } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven } from '../catalogue.factory.js';
import type { HomeDto } from './home.dto.js';

describe('the home page', () => {
  let given: CatalogueGiven<World>;
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ ...CATALOGUE_WORLD, now: new Date('2026-11-23T02:00:00Z') });
    given = new CatalogueGiven(world, anActor);
    const [hue, hanoi, other] = [
      await given.household({ name: 'Hộ Huế', province: '46' }),
      await given.household({ name: 'Hộ Hà Nội', province: '01' }),
      await given.household({ name: 'Hộ Hà Nội hai', province: '01' }),
    ];
    await given.products([
      { name: 'Trà sen một', setCode: '11', of: hanoi },
      { name: 'Trà sen hai', setCode: '11', of: hanoi },
      { name: 'Trà sen ba', setCode: '11', of: hanoi },
      { name: 'Ô mai', setCode: '7', of: other },
      { name: 'Mè xửng', setCode: '7', of: hue },
      { name: 'Hết hàng', setCode: '7', of: hue, stock: 0 },
    ]);
    await sql(world.db.read, `update catalogue.listing set stars = 5, stars_until = '2026-11-23' where name = 'Mè xửng'`);
    await sql(world.db.read, `update catalogue.listing set labelled = true where name in ('Ô mai', 'Mè xửng')`);
  });
  afterAll(() => world.close());

  const home = async (query = '') => (await world.http<HomeDto>('GET', `/home${query}`)).body;
  const names = (items: { name: string }[]) => items.map(({ name }) => name).toSorted();

  it('shows in each section only what can be bought, two of a household at most', async () => {
    const { popular, newest, fiveStars, provinceOfWeek, near } = await home();
    for (const items of [popular, newest]) {
      expect(items.filter(({ householdName }) => householdName === 'Hộ Hà Nội')).toHaveLength(2);
      expect(names(items)).not.toContain('Hết hàng');
      expect(items).toHaveLength(4);
    }
    expect(fiveStars.map(({ name, stars }) => [name, stars])).toEqual([['Mè xửng', 5]]);
    expect([provinceOfWeek?.code, provinceOfWeek?.name]).toEqual(['01', 'Thành phố Hà Nội']);
    expect(names(provinceOfWeek!.items)).toContain('Ô mai');
    expect(near).toBeNull();
  });

  it('shows what is harvested in the month of the day', async () => {
    await sql(world.db.read, `update catalogue.listing set season_months = 1 << 10 where name = 'Ô mai'`);
    await sql(world.db.read, `update catalogue.listing set season_months = 1 << 9 where name = 'Mè xửng'`);
    world.clock.advance(86_400_000);
    expect(names((await home()).inSeason)).toEqual(['Ô mai']);
    world.clock.set(new Date('2026-11-23T02:00:00Z'));
  });

  it('counts what is on sale as it is, and never more', async () => {
    const { facts, sets, provinces } = await home();
    expect(facts).toEqual({ products: 6, households: 3, provinces: 2, labelled: 2 });
    expect(sets.map(({ code, count, thumbUrl }) => [code, count, typeof thumbUrl])).toEqual([
      ['7', 3, 'string'],
      ['11', 3, 'string'],
    ]);
    expect(provinces).toEqual([
      { code: '01', name: 'Thành phố Hà Nội', products: 4 },
      { code: '46', name: 'Thành phố Huế', products: 2 },
    ]);
  });

  it('shows the goods of the province the shopper chose, says so where it has none, and takes a code that is none for no choice', async () => {
    const chosen = (await home('?province=46')).near;
    expect([chosen?.name, names(chosen!.items)]).toEqual(['Thành phố Huế', ['Mè xửng']]);
    expect((await home('?province=92')).near).toEqual({ code: '92', name: 'Thành phố Cần Thơ', items: [] });
    for (const none of ['', '00', 'xx']) expect((await home(`?province=${none}`)).near).toBeNull();
    expect((await world.http('GET', '/home?province=123')).status).toBe(400);
  });

  it('names new households with what they sell, and stars no longer than they hold', async () => {
    const { newHouseholds } = await home();
    expect(newHouseholds.map(({ name, products, place }) => [name, products, place?.provinceCode]).toSorted()).toEqual([
      ['Hộ Huế', 1, '46'],
      ['Hộ Hà Nội hai', 1, '01'],
      ['Hộ Hà Nội', 3, '01'],
    ]);
    world.clock.advance(86_400_000);
    expect((await home()).fiveStars).toEqual([]);
  });
});
