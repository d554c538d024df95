import { platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { reviewScope, type HouseholdState } from '../households/household.rules.js';

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

/** One household of a register, and which of the platform it is where that is known. */
export interface RegisterEntryView {
  id: string;
  position: number;
  name: string;
  representative: string | null;
  products: string | null;
  slug: string | null;
  state: HouseholdState | null;
  candidates: number;
  householdId: string | null;
  /** Of the household, else as the register has it; E.164. */
  phone: string | null;
}

/** Parameters $1 to $3 of a query over `version`: `registerScope`. */
export const REGISTER_SCOPE = `($1 or version.province_code = any($2::text[]) or version.commune_code = any($3::text[]))`;

/** Parameters of {@link REGISTER_SCOPE}: whether all, else provinces and communes of the actor. */
export function registerScope(actor: Actor): [boolean, string[], string[]] {
  const { nation, provinceCodes, communeCodes } = reviewScope(actor);
  return [nation, provinceCodes, communeCodes];
}

/**
 * The newest register of each commune of the actor's places, by province and commune; with `until` (`YYYY-MM-DD`) the newest that is not of a
 * later day.
 */
export async function registers(tx: Tx, actor: Actor, until: string | null): Promise<RegisterView[]> {
  return sql<RegisterView>(
    tx,
    `select newest.*, count(entry.id)::int as households, count(entry.id) filter (where household.state = 'approved')::int as "onPlatform",
            count(entry.id) filter (where entry.household_id is null and entry.candidates > 0)::int as unclear
       from (select distinct on (commune_code) id, commune_code as "communeCode", commune_name as "communeName", province_name as "provinceName",
                    as_of::text as "asOf", version, source, imported_at as "importedAt"
               from households.register_version version where ${REGISTER_SCOPE} and ($4::date is null or as_of <= $4)
              order by commune_code, as_of desc, version.version desc) newest
       join households.register_entry entry on entry.version_id = newest.id
       left join households.household on household.id = entry.household_id
      group by newest.id, newest."communeCode", newest."communeName", newest."provinceName", newest."asOf", newest.version, newest.source,
               newest."importedAt"
      order by newest."provinceName" collate "vi-x-icu", newest."communeName" collate "vi-x-icu"`,
    [...registerScope(actor), until],
  );
}

/** One version of a register. @throws not-found outside the places of the actor */
export async function registerOf(
  tx: Tx,
  actor: Actor,
  versionId: string,
): Promise<Pick<RegisterView, 'communeCode' | 'communeName' | 'provinceName' | 'asOf'>> {
  const [version] = await sql<Pick<RegisterView, 'communeCode' | 'communeName' | 'provinceName' | 'asOf'>>(
    tx,
    `select commune_code as "communeCode", commune_name as "communeName", province_name as "provinceName", as_of::text as "asOf"
       from households.register_version version where ${REGISTER_SCOPE} and id = $4`,
    [...registerScope(actor), versionId],
  );
  if (!version) throw platformProblem('not-found');
  return version;
}

/** The households of one version, in their order; whether the caller may see it was asked before. */
export async function entriesOf(tx: Tx, versionId: string): Promise<RegisterEntryView[]> {
  return sql<RegisterEntryView>(
    tx,
    `select entry.id, entry.position, entry.name, entry.representative, entry.products, household.slug, household.state, entry.candidates,
            entry.household_id as "householdId", coalesce(household.phone, entry.phone) as phone
       from households.register_entry entry left join households.household on household.id = entry.household_id
      where entry.version_id = $1 order by entry.position`,
    [versionId],
  );
}
