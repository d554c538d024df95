import { platformProblem, type Actor } from '@choxa/platform';

/** The places an official may see: whole provinces and single communes; null for the whole nation. Every query of this lib carries it. */
export type Area = { readonly provinces: readonly string[]; readonly communes: readonly string[] } | null;

/** The id of the one nation in a grant. */
const NATION = 'VN';

/** What an official may see. @throws Problem `not-found` for anybody who is none */
export function areaOf(actor: Actor): Area {
  if (actor.scope('nation', 'official').includes(NATION)) return null;
  const own = (kind: 'province' | 'commune') => [...new Set(actor.scope(kind, 'official'))].sort();
  const area = { provinces: own('province'), communes: own('commune') };
  if (!area.provinces.length && !area.communes.length) throw platformProblem('not-found');
  return area;
}

/** For what is of the whole nation: another's is not found. @throws Problem `not-found` for officials of a part of it */
export function mustBeOfNation(actor: Actor): void {
  if (areaOf(actor) !== null) throw platformProblem('not-found');
}

/** Whether a commune lies in what an official may see. */
export function holdsCommune(area: Area, { code, provinceCode }: { code: string; provinceCode: string }): boolean {
  return holdsProvince(area, provinceCode) || area!.communes.includes(code);
}

/** Whether he may see the whole of a province, not only communes of it. */
export function holdsProvince(area: Area, code: string): boolean {
  return area === null || area.provinces.includes(code);
}
