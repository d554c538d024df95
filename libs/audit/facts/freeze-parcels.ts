import type { Tx } from '@choxa/platform';
import { freezePopulation } from '../population/population.query.js';
import type { Scope } from '../scope/scope.js';
import { freezeOpenParcels } from './open-parcels.js';
import { FULFILMENT_PERIODS, PARCEL_PERIODS, POSTING_PERIODS } from './parcel-periods.js';
import { freezeTotals } from './period-totals.js';
import { comparedKey, quartersOf, yearBefore } from './periods-read.js';

/** Copies everything the figures of the post read of a period as its version `version`; later facts change the live rows only. */
export async function freezeParcels(tx: Tx, asked: Pick<Scope, 'period' | 'asOf'>, version: number): Promise<void> {
  const { key } = asked.period;
  for (const totals of [PARCEL_PERIODS, POSTING_PERIODS, FULFILMENT_PERIODS]) await freezeTotals(tx, totals, key, version, quartersOf(key));
  await freezeTotals(tx, POSTING_PERIODS, comparedKey(key), version, quartersOf(yearBefore(key)));
  await freezeOpenParcels(tx, asked, version);
  await freezePopulation(tx, asked.period, version);
}
