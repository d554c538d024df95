import type { Tx } from '@choxa/platform';
import { OPEN_PERIODS } from '../facts/open-periods.js';
import { FULFILMENT_PERIODS, PARCEL_PERIODS, POSTING_PERIODS } from '../facts/parcel-periods.js';
import { makeTotals } from '../facts/period-totals.js';
import { makeLabelPeriods, makeProductGaps, makeProductPeriods } from '../product-periods/product-periods.js';
import { makeRegisterPeriods } from '../register-periods/register-periods.js';

/** A table of schema audit whose rows are nothing but what was told: it can be emptied and filled again. */
export interface FactTable {
  readonly name: string;
  /** SQL condition of the rows it holds for; the others are kept as they are. All rows without it. */
  readonly only?: string;
}

/** One whose rows are made of the rows of others, all at once. */
export interface DerivedTable extends FactTable {
  make(tx: Tx): Promise<void>;
}

/** Written by the handlers of facts. No column may depend on when or in which sequence a fact was told. */
export const FACT_TABLES: readonly FactTable[] = [
  { name: 'household_link' },
  { name: 'traded_line' },
  { name: 'product_display' },
  { name: 'pack_offer' },
  { name: 'recognition' },
  { name: 'register_version' },
  { name: 'register_entry' },
  { name: 'attendance' },
  { name: 'line_return' },
  { name: 'closed_parcel' },
  { name: 'accepted_parcel' },
  { name: 'fulfilment' },
  { name: 'service_point' },
  { name: 'public_service' },
  { name: 'operator_report' },
];

/** Totals of the facts, made in this sequence when all facts are there; rows of closed periods are none of them. */
export const DERIVED_TABLES: readonly DerivedTable[] = [
  { name: 'product_period', only: 'version = 0', make: makeProductPeriods },
  { name: 'product_gap', only: 'version = 0', make: makeProductGaps },
  { name: 'label_period', only: 'version = 0', make: makeLabelPeriods },
  { name: 'register_period', make: makeRegisterPeriods },
  { name: 'parcel_period', only: 'version = 0', make: (tx) => makeTotals(tx, PARCEL_PERIODS) },
  { name: 'open_period', only: 'version = 0', make: (tx) => makeTotals(tx, OPEN_PERIODS) },
  { name: 'posting_period', only: 'version = 0', make: (tx) => makeTotals(tx, POSTING_PERIODS) },
  { name: 'fulfilment_period', only: 'version = 0', make: (tx) => makeTotals(tx, FULFILMENT_PERIODS) },
];
