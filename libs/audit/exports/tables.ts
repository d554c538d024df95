import type { AuditTable } from './audit-table.js';
import { BOARD } from './tables/board.table.js';
import { BREAKDOWN, RANKING } from './tables/breakdown.table.js';
import { GAPS, LINES } from './tables/labelled.table.js';
import { TREND } from './tables/trend.table.js';

/** Every table that can be taken as a file; one line each. */
export const AUDIT_TABLES: readonly AuditTable[] = [BOARD, BREAKDOWN, RANKING, TREND, LINES, GAPS];
