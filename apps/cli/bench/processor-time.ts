import { rounded } from './figures.js';
import { databaseCpuMs, type Api } from './processes.js';

/** Processor time of one scan or one look-up, in ms: on a machine that does other things too it says more than how many there were in a second. */
export interface Cost {
  apiMs: number;
  databaseMs: number;
}

/** What the API and the database server in `folder` have used so far, in ms; 0 where the system does not tell. */
export function processorTime(api: Api, folder: string): Cost {
  return { apiMs: api.cpuMs() ?? 0, databaseMs: databaseCpuMs(folder) ?? 0 };
}

/** What each of `count` things cost since `before`. */
export function costOfEach(before: Cost, after: Cost, count: number): Cost {
  const each = (key: keyof Cost): number => rounded((after[key] - before[key]) / Math.max(1, count), 4);
  return { apiMs: each('apiMs'), databaseMs: each('databaseMs') };
}
