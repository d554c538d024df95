import { sql, type Tx } from '@choxa/platform';
import type { TradedLabel } from '../../facts/traded-label.rules.js';
import type { Scope } from '../../scope/scope.js';
import { tradedLines } from './traded.sql.js';

/** One label a product was sold with, as it was copied when it was ordered. */
export interface LabelEvidence {
  /** The snapshot whole; it may carry its lot and trace code beside what is counted. */
  label: TradedLabel & { lotCode?: string | null; traceCode?: string | null };
  lines: number;
}

/** Labels shown of one product; its lots can be many. */
const SHOWN = 50;

/** The different labels of a scope's traded lines, those that lack most first. */
export function labelEvidence(tx: Tx, scope: Scope): Promise<LabelEvidence[]> {
  const { table, params } = tradedLines(scope);
  return sql<LabelEvidence>(
    tx,
    `select label, count(*) as lines from ${table}
     group by label order by jsonb_array_length(label -> 'missing') desc, lines desc, label limit ${SHOWN}`,
    [...params],
  );
}
