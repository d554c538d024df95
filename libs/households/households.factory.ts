import { Accounts, IdentityModule, identityLib } from '@choxa/identity';
import { Places, placesLib, PlacesModule, type Place } from '@choxa/places';
import { Actor, sql, type Database, type Grant } from '@choxa/platform';
import { householdsLib } from './households.lib.js';
import { HouseholdsModule } from './households.module.js';

/** What a test world needs to have for households to live in it. */
export const HOUSEHOLDS_WORLD = {
  libs: [placesLib, identityLib, householdsLib],
  imports: [IdentityModule, PlacesModule, HouseholdsModule],
};

/** A `World` of `@choxa/testing`: only specs import that lib, so they hand it in. */
interface AnyWorld {
  db: Database;
  get<T>(type: new (...args: never[]) => T): T;
  http(method: string, path: string, options?: { as?: Actor; body?: unknown }): Promise<{ status: number; body: any }>;
}

/** People and households made through the real use cases. */
export class HouseholdsGiven {
  /** Two communes of one province, and one of another. */
  readonly here: Place;
  readonly sameProvince: Place;
  readonly elsewhere: Place;
  private count = 0;

  constructor(
    readonly world: AnyWorld,
    private readonly anActor: (...grants: Grant[]) => Actor,
  ) {
    const places = world.get(Places);
    [this.here, this.sameProvince] = places.communes('92') as [Place, Place];
    [this.elsewhere] = places.communes('01') as [Place];
  }

  /** Somebody with an account, as signed in now: with the grants the database holds for them plus the given ones. */
  async person(name = 'Người thử', ...grants: Grant[]): Promise<Actor> {
    const phone = `+8498${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
    const { id } = await this.world.db.transaction((tx) => this.world.get(Accounts).ensure(tx, { phone, name }));
    return this.again(new Actor(id, name, phone, grants, ''));
  }

  /** The same person on the next request. */
  async again(actor: Actor): Promise<Actor> {
    const stored = await sql<Grant>(
      this.world.db.read,
      `select role, scope_kind as "scopeKind", scope_id as "scopeId" from identity.role_grant where account_id = $1`,
      [actor.accountId],
    );
    const next = this.anActor(...actor.grants.filter((grant) => grant.role !== 'household'), ...stored);
    return Object.assign(next, { accountId: actor.accountId, name: actor.name, phone: actor.phone });
  }

  clerk(code = this.here.code): Actor {
    return this.anActor({ role: 'clerk', scopeKind: 'commune', scopeId: code });
  }

  official(scopeKind: 'province' | 'nation' = 'nation', scopeId = 'VN'): Actor {
    return this.anActor({ role: 'official', scopeKind, scopeId });
  }

  /** Who only acts for a household, without being one of its people. */
  acting(householdId: string): Actor {
    return this.anActor({ role: 'household', scopeKind: 'household', scopeId: householdId });
  }

  async register(as: Actor, more: object = {}) {
    const body = { name: 'Hộ Trần Văn Bền', communeCode: this.here.code, street: 'Ấp 3', ...more };
    return this.world.http('POST', '/households', { as, body });
  }

  /** A household and its owner, approved unless told otherwise. */
  async household({ name = `Hộ số ${++this.count}`, approved = true, ...more }: { name?: string; approved?: boolean } & object = {}) {
    const founder = await this.person(`Chủ ${name}`);
    const { id, slug } = (await this.register(founder, { name, ...more })).body as { id: string; slug: string };
    if (approved) await this.approve(id);
    return { id, slug, name, owner: await this.again(founder) };
  }

  /** Approves a household as an official who has seen everything. */
  async approve(id: string): Promise<void> {
    const as = this.official();
    const { body } = await this.world.http('GET', `/households/${id}/review`, { as });
    const seen = (body.checklist as { code: string }[]).map((item) => item.code);
    await this.world.http('POST', `/households/${id}/approval`, { as, body: { seen } });
  }
}
