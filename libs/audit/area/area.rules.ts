import { platformProblem, type Actor } from '@choxa/platform';

/** Codes of the provinces a figure covers; null for the whole nation. Every query of this lib carries it. */
export type Area = readonly string[] | null;

/** The id of the one nation in a grant. */
const NATION = 'VN';

/**
 * What an official asks for, cut to what he may see: the nation's official any province or all of them, a province's official only his own.
 * Another's province is not found, like one that does not exist.
 *
 * @param province code asked for; none means all he may see
 * @throws Problem `not-found`
 */
export function areaOf(actor: Actor, province: string | undefined, exists: (provinceCode: string) => boolean): Area {
  const nation = actor.scope('nation', 'official').includes(NATION);
  const own = [...new Set(actor.scope('province', 'official'))].sort();
  if (province) {
    if (nation ? exists(province) : own.includes(province)) return [province];
    throw platformProblem('not-found');
  }
  if (nation) return null;
  if (!own.length) throw platformProblem('not-found');
  return own;
}
