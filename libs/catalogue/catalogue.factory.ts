import sharp from 'sharp';
import { AddDocument, ApproveHousehold, EnsureHousehold, householdsLib, HouseholdsModule } from '@choxa/households';
import { IdentityModule, identityLib } from '@choxa/identity';
import { Places, placesLib, PlacesModule } from '@choxa/places';
import { findProductSet } from '@choxa/standards';
import { Actor, sql, type Database, type Grant } from '@choxa/platform';
import { catalogueLib } from './catalogue.lib.js';
import { CatalogueModule } from './catalogue.module.js';
import { AddImage } from './images/add-image.js';
import { Listings } from './listing/listings.js';
import { CreateProduct, type CreateProductInput } from './products/create-product.js';
import { PublishProduct } from './products/publish-product.js';

export interface GivenHousehold {
  id: string;
  slug: string;
  name: string;
  /** Its member. */
  as: Actor;
}

type ProductWish = Partial<Omit<CreateProductInput, 'pack'>> &
  Partial<CreateProductInput['pack']> & { of?: GivenHousehold; draft?: boolean };

/** What a test world needs to have for the catalogue to run in it. */
export const CATALOGUE_WORLD = {
  libs: [placesLib, identityLib, householdsLib, catalogueLib],
  imports: [IdentityModule, PlacesModule, HouseholdsModule, CatalogueModule],
};

/** A `World` of `@choxa/testing`: only specs import that lib, so they hand it in. */
interface AnyWorld {
  db: Database;
  get<T>(type: new (...args: never[]) => T): T;
  http(method: string, path: string): Promise<{ body: unknown }>;
}

/** Test data made through the real use cases. */
export class CatalogueGiven<World extends AnyWorld> {
  private count = 0;
  private usual: GivenHousehold | undefined;

  constructor(
    readonly world: World,
    private readonly anActor: (...grants: Grant[]) => Actor,
  ) {}

  /** An approved household (or a pending one) in the first commune of a province. */
  async household({ name = `Hộ ${++this.count}`, province = '92', approved = true } = {}): Promise<GivenHousehold> {
    const commune = this.world.get(Places).communes(province)[0]!;
    const { id, slug } = await this.world.db.transaction((tx) => this.world.get(EnsureHousehold).run(tx, { name, commune }));
    if (approved) await this.world.get(ApproveHousehold).run(this.official('VN'), id);
    return { id, slug, name, as: this.anActor({ role: 'household', scopeKind: 'household', scopeId: id }) };
  }

  official(province: string): Actor {
    return this.anActor({ role: 'official', scopeKind: province === 'VN' ? 'nation' : 'province', scopeId: province });
  }

  /** A product on sale with a picture and stock, unless `draft`. */
  async product(wish: ProductWish = {}) {
    const { of, draft, ...rest } = wish;
    const owner = of ?? (this.usual ??= await this.household());
    const { netContentValue = 500, netContentUnit = 'g', priceVnd = 50_000, weightGrams, stock = 10, ...product } = rest;
    const pack = { netContentValue, netContentUnit, priceVnd, weightGrams, stock } as const;
    const made = await this.world
      .get(CreateProduct)
      .run(owner.as, { householdId: owner.id, name: 'Cà phê', setCode: '13', ...product, pack });
    if (findProductSet(product.setCode ?? '13')?.needsLicence) await this.licence(owner, product.setCode!);
    if (!draft) {
      await this.world.get(AddImage).run(owner.as, made.product.id, await picture());
      await this.world.get(PublishProduct).run(owner.as, made.product.id);
    }
    return { id: made.product.id, slug: made.product.slug, packId: made.packId, owner };
  }

  /** A licence on file for a product set. */
  async licence(owner: GivenHousehold, setCode: string) {
    return this.world.get(AddDocument).run(owner.as, owner.id, { kind: 'licence', setCode, number: `GP-${setCode}/2026` }, await picture());
  }

  /** Many products at once, on sale under one borrowed picture. */
  async products(wishes: ProductWish[]): Promise<{ id: string; packId: string; slug: string }[]> {
    const made: Awaited<ReturnType<CatalogueGiven<World>['product']>>[] = [];
    for (const wish of wishes) made.push(await this.product({ ...wish, draft: true }));
    await this.world.db.transaction(async (tx) => {
      const ids = made.map((product) => product.id);
      await sql(
        tx,
        `insert into catalogue.image (id, product_id, key, position, width, height, created_at)
         select gen_random_uuid(), id, repeat('0', 32), 0, 800, 600, now() from unnest($1::uuid[]) as id`,
        [ids],
      );
      await sql(tx, `update catalogue.product set state = 'published', published_at = created_at where id = any($1::uuid[])`, [ids]);
      await this.world.get(Listings).refresh(tx, ids);
    });
    return made;
  }

  /** Names of a list, in order. */
  async names(query: string, params = ''): Promise<string[]> {
    const answer = await this.world.http('GET', `/products?q=${encodeURIComponent(query)}${params}`);
    return (answer.body as { data: { name: string }[] }).data.map((item) => item.name);
  }
}

/** A small JPEG of one colour. */
export async function picture({ width = 40, height = 30, colour = '#558833' } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
}
