import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven } from '../catalogue.factory.js';

describe('sitemap', () => {
  let given: CatalogueGiven<World>;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
  });
  afterAll(() => given.world.close());

  it('names what is on sale and who sells it, in parts that begin where they say', async () => {
    await given.products([{ name: 'Chè xanh' }, { name: 'Bưởi da xanh' }]);
    const { data: parts } = (await given.world.http('GET', '/sitemap')).body;
    expect(parts).toMatchObject([{ kind: 'products', from: 'buoi-da-xanh' }, { kind: 'households' }]);
    const pages = async (query: string) => (await given.world.http('GET', `/sitemap/pages?${query}`)).body.data;
    expect(await pages('kind=products&from=buoi-da-xanh')).toMatchObject([{ slug: 'buoi-da-xanh' }, { slug: 'che-xanh' }]);
    expect(await pages('kind=products&from=c')).toHaveLength(1);
    expect(await pages('kind=households')).toEqual([{ slug: parts[1].from, changedAt: expect.stringMatching(/Z$/) }]);
    await given.world.db.transaction((tx) => tx.query('update catalogue.listing set published = false where slug = $1', ['che-xanh']));
    expect(await pages('kind=products')).toHaveLength(1);
  });
});
