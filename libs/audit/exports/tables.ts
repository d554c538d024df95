import type { AuditTable } from './audit-table.js';
import { AUDITED } from './tables/audited.table.js';
import { ALERTS } from './tables/alerts.table.js';
import { BOARD } from './tables/board.table.js';
import { BREAKDOWN, RANKING } from './tables/breakdown.table.js';
import { FUNNEL, FUNNEL_CELLS } from './tables/funnel.table.js';
import { GAPS, LINES } from './tables/labelled.table.js';
import { OPERATOR_REPORTS, OPERATORS_BOARD } from './tables/operators.table.js';
import { OPEN_PARCELS, PARCEL_ENDS, PARCEL_FAILURES, PARCEL_OFFICES } from './tables/parcels.table.js';
import { PERIOD_COMPARISON } from './tables/periods.table.js';
import { POPULATION } from './tables/population.table.js';
import { TREND } from './tables/trend.table.js';
import { SAMPLE_ITEMS, SAMPLE_STRATA } from './tables/samples.table.js';

/** Every table that can be taken as a file; one line each. */
export const AUDIT_TABLES: readonly AuditTable[] = [
  BOARD,
  BREAKDOWN,
  RANKING,
  TREND,
  FUNNEL,
  FUNNEL_CELLS,
  LINES,
  GAPS,
  PARCEL_ENDS,
  PARCEL_FAILURES,
  PARCEL_OFFICES,
  OPEN_PARCELS,
  POPULATION,
  OPERATOR_REPORTS,
  OPERATORS_BOARD,
  AUDITED,
  SAMPLE_ITEMS,
  SAMPLE_STRATA,
  PERIOD_COMPARISON,
  ALERTS,
];
