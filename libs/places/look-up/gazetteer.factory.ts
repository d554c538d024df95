import { initialList } from '../list/initial-list.js';
import { readPublishedList } from '../list/published-list.js';
import { Gazetteer } from './gazetteer.js';

/** The list a new installation starts with, as it is on a day, without a database. For tests. */
export async function aGazetteer(day = '2026-11-16'): Promise<Gazetteer> {
  return new Gazetteer(initialList(await readPublishedList()), day);
}
