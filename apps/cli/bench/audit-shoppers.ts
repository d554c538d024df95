import { median, percentile, perSecond, rounded, type Run } from './figures.js';
import type { Api, Load } from './processes.js';

const SHOPPERS = 8;
/** Alone and beside reports take turns this often, so that whatever else the machine does hits both. */
const TURNS = 5;

/** Shoppers' lists while reports are made, against the same alone: medians over the turns. */
export interface ShoppersLine {
  job: 'audit-shoppers';
  p95Alone: number;
  p95Beside: number;
  /** Of the two. */
  ratio: number;
  /** Lists a second. */
  perSecondAlone: number;
  perSecondBeside: number;
  /** Reports that were begun. */
  reports: number;
  /** How long one took beside the shoppers, in seconds. */
  reportSeconds: number;
}

/**
 * Lists of products at eight connections: alone, then while one report after the other is made, turn by turn.
 *
 * @param seconds of all turns together
 * @param report has one made
 */
export async function shoppersBeside(api: Api, load: Load, seconds: number, report: () => Promise<unknown>): Promise<ShoppersLine> {
  const lists = (seed: string): Promise<Run> =>
    load.run({
      origin: api.origin,
      work: { kind: 'get', paths: ['/api/v1/products?limit=24&facets=true'] },
      conns: SHOPPERS,
      seconds: seconds / TURNS,
      seed,
    });
  const runs = { alone: [] as Run[], beside: [] as Run[] };
  const reportSeconds: number[] = [];
  await lists('warm-up');
  for (let turn = 0; turn < TURNS; turn += 1) {
    runs.alone.push(await lists(`alone ${turn}`));
    let going = true;
    const reporting = (async () => {
      while (going) {
        const begin = performance.now();
        await report();
        reportSeconds.push((performance.now() - begin) / 1000);
      }
    })();
    runs.beside.push(await lists(`beside ${turn}`));
    going = false;
    await reporting;
  }
  const p95 = (side: keyof typeof runs): number => median(runs[side].map(({ times }) => percentile(times.toSorted(), 0.95)));
  const rate = (side: keyof typeof runs): number => rounded(median(runs[side].map(perSecond)), 1);
  return {
    job: 'audit-shoppers',
    p95Alone: rounded(p95('alone'), 2),
    p95Beside: rounded(p95('beside'), 2),
    ratio: rounded(p95('beside') / p95('alone'), 2),
    perSecondAlone: rate('alone'),
    perSecondBeside: rate('beside'),
    reports: reportSeconds.length,
    reportSeconds: rounded(median(reportSeconds), 1),
  };
}
