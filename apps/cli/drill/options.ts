import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { wrongUse } from '../failure.js';
import { FULL_COUNT_NAMES, type FullCountName } from './full-counts.js';
import { FUZZ } from './fuzz.js';

export type DrillName = 'crash-api' | 'crash-postgres';

/** Each drill with the number of kills its promise names (promises 5 and 6). */
const KILLS: Record<DrillName, number> = { 'crash-api': 50, 'crash-postgres': 20 };
export const DRILL_NAMES = Object.keys(KILLS) as DrillName[];

export interface DrillOptions {
  drills: { name: DrillName; kills: number }[];
  /** Whether to send the API what its document allows and what it does not. */
  fuzz: boolean;
  /** Tests of every run to do with their full count. */
  fullCounts: FullCountName[];
  /** Of the moments of the kills and of what shoppers buy. */
  seed: string;
  /** Negative control: the database forgets what it acknowledged just before it is killed, and the drill must notice. */
  broken: boolean;
}

/**
 * Reads `--drill crash-api|crash-postgres|fuzz|ledger|month|tracking|… --kills N --seed TEXT --broken`.
 *
 * @throws Failure of wrong use, or Node's own of `parseArgs`
 */
export function readOptions(args: string[]): DrillOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { drill: text, kills: text, seed: text, broken: { type: 'boolean' } } });
  const { drill, kills, broken = false } = values;
  const chosen = DRILL_NAMES.filter((name) => drill === undefined || name === drill);
  const fuzz = drill === undefined || drill === FUZZ;
  const fullCounts = FULL_COUNT_NAMES.filter((name) => drill === undefined || name === drill);
  if (!chosen.length && !fuzz && !fullCounts.length)
    throw wrongUse(
      `--drill: không có "${drill}"; có: ${[...DRILL_NAMES, FUZZ, ...FULL_COUNT_NAMES].join(', ')}`,
      `--drill: there is no "${drill}"`,
    );
  if (kills !== undefined && !/^[1-9]\d{0,3}$/.test(kills))
    throw wrongUse('--kills phải là số nguyên 1–9999', '--kills must be a whole number 1–9999');
  return {
    drills: chosen.map((name) => ({ name, kills: kills === undefined ? KILLS[name] : Number(kills) })),
    fuzz,
    fullCounts,
    seed: values.seed ?? randomBytes(4).toString('hex'),
    broken,
  };
}
