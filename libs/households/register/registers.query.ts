import { platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { OFFICIALS, reviewScope, type HouseholdState } from '../households/household.rules.js';

/** The newest version of a commune's register, and how much of it is on the platform. */
export interface RegisterView {
  id: string;
  communeCode: string;
  communeName: string;
  provinceName: string;
  /** `YYYY-MM-DD`. */
  asOf: string;
  version: number;
  source: string;
  importedAt: Date;
  households: number;
  /** Known to be an approved household of the platform. */
  onPlatform: number;
  /** May be several: somebody must say which. */
  unclear: number;
}

export interface RegisterEntryView {
  id: string;
  position: number;
  name: string;
  representative: string | null;
  products: string | null;
  slug: string | null;
  state: HouseholdState | null;
  candidates: number;
}

const SCOPED = `($1 or version.province_code = any($2::text[]) or version.commune_code = any($3::text[]))`;

/** The newest register of each commune of the actor's places, by province and commune. */
export async function registers(tx: Tx, actor: Actor): Promise<RegisterView[]> {
  return sql<RegisterView>(
    tx,
    `select newest.*, count(entry.id)::int as households, count(entry.id) filter (where household.state = 'approved')::int as "onPlatform",
            count(entry.id) filter (where entry.household_id is null and entry.candidates > 1)::int as unclear
       from (select distinct on (commune_code) id, commune_code as "communeCode", commune_name as "communeName", province_name as "provinceName",
                    as_of::text as "asOf", version, source, imported_at as "importedAt"
               from households.register_version version where ${SCOPED} order by commune_code, as_of desc, version.version desc) newest
       join households.register_entry entry on entry.version_id = newest.id
       left join households.household on household.id = entry.household_id
      group by newest.id, newest."communeCode", newest."communeName", newest."provinceName", newest."asOf", newest.version, newest.source,
               newest."importedAt"
      order by newest."provinceName" collate "vi-x-icu", newest."communeName" collate "vi-x-icu"`,
    scopeParams(actor),
  );
}

/** The households of one version, in their order. Throws `not-found` outside the actor's places. */
export async function registerEntries(tx: Tx, actor: Actor, versionId: string): Promise<RegisterEntryView[]> {
  const entries = await sql<RegisterEntryView>(
    tx,
    `select entry.id, entry.position, entry.name, entry.representative, entry.products, household.slug, household.state, entry.candidates
       from households.register_version version
       join households.register_entry entry on entry.version_id = version.id
       left join households.household on household.id = entry.household_id
      where ${SCOPED} and version.id = $4 order by entry.position`,
    [...scopeParams(actor), versionId],
  );
  if (!entries.length) throw platformProblem('not-found');
  return entries;
}

function scopeParams(actor: Actor): [boolean, string[], string[]] {
  const { nation, provinceCodes, communeCodes } = reviewScope(actor, OFFICIALS);
  return [nation, provinceCodes, communeCodes];
}
