import type { Area } from '../scope/area.rules.js';

/** SQL: rows of `table` that lie in the area of {@link reachParams}, the parameters $1 and $2. */
export function inReach(table: string): string {
  return `($1::text[] is null or ${table}.province_code = any($1) or ${table}.commune_code = any($2::text[]))`;
}

/** SQL: the provinces of `table`'s rows lie wholly in that area. */
export function provinceInReach(table: string): string {
  return `($1::text[] is null or ${table}.province_code = any($1))`;
}

/** SQL: everything `sample` was drawn from lies in that area, so that its official may see all of it. */
export const WHOLE_IN_REACH = `($1::text[] is null or (sample.provinces <@ $1 and sample.communes <@ $2::text[]) or not exists (
  select 1 from audit.sample_stratum beyond
  where beyond.sample_id = sample.id and (beyond.province_code is null or beyond.province_code <> all($1))))`;

/** The area an official inspects in: all he may see. */
export function reachParams(area: Area): unknown[] {
  return [area?.provinces ?? null, area?.communes ?? null];
}
