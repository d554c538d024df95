import { canBeCutTo } from '../indicators/indicator.js';
import { INDICATORS } from '../indicators/registry.js';
import type { Cut } from '../scope/scope.js';
import type { AuditTable, TableQuestion } from './audit-table.js';
import { AUDIT_TABLES } from './tables.js';
import { BOARD } from './tables/board.table.js';
import { BREAKDOWN } from './tables/breakdown.table.js';

/** A table of a report, and what it is asked. */
export interface ReportPart {
  readonly table: AuditTable;
  readonly question: TableQuestion;
}

/** Key of the report in the address, beside those of the tables. */
export const REPORT_KEY = 'report';
const BY: Cut = 'province';

/**
 * A whole period: every indicator with its method, each by province, then the tables that say they belong in a report. Of a closed period all of it
 * is read from the frozen rows of the version.
 */
export function reportParts(question: TableQuestion): ReportPart[] {
  const cut = INDICATORS.filter(
    (indicator) => canBeCutTo(indicator, question.scope) && indicator.breakdown && indicator.breakdowns.includes(BY),
  );
  return [
    { table: BOARD, question },
    ...cut.map(({ number, titleVi, titleEn }) => ({
      // The board says how every indicator is counted.
      table: { ...BREAKDOWN, titleVi: `${number}. ${titleVi}`, titleEn, method: () => [] },
      question: { ...question, params: { indicator: number, by: BY } },
    })),
    ...AUDIT_TABLES.filter(({ inReport }) => inReport === 'everywhere' || (inReport && !question.scope.area)).map((table) => ({
      table,
      question,
    })),
  ];
}
