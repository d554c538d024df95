import { createHash, randomUUID } from 'node:crypto';
import { sql, type Tx } from '@choxa/platform';
import { canonicalJson } from '../periods/canonical-json.rules.js';
import { DOCUMENT_FORMAT, type DocumentFigure, type DocumentIndicator, type PeriodDocument } from '../periods/period-document.js';

/** A figure of a place: 9 of 10 unless told. */
export function aFigure(code: string, changes: Partial<DocumentFigure> = {}): DocumentFigure {
  const kind = code === 'VN' ? 'nation' : code.length === 2 ? 'province' : 'commune';
  return { kind, code, numerator: 9, denominator: 10, fewBuyers: false, net: null, sides: [], ...changes };
}

/** Indicator 13 unless told. */
export function anIndicator(figures: DocumentFigure[], changes: Partial<DocumentIndicator> = {}): DocumentIndicator {
  return { number: 13, measure: 'share', unit: 'parcels', method: '13.1', basis: '689/QĐ-BTTTT', target: '100', figures, ...changes };
}

export function aDocument(indicators: DocumentIndicator[], changes: Partial<PeriodDocument> = {}): PeriodDocument {
  return {
    format: DOCUMENT_FORMAT,
    period: '2026-Q3',
    version: 1,
    firstDay: '2026-07-01',
    lastDay: '2026-09-30',
    cutOffAt: '2026-10-16T00:00:00.000+07:00',
    asOf: '2026-10-20T09:00:00.000+07:00',
    corrects: null,
    reason: null,
    indicators,
    rows: [],
    ...changes,
  };
}

/** Stores a document as a closed version, as closing a period does; nobody has signed it. */
export async function closeWith(tx: Tx, document: PeriodDocument): Promise<void> {
  const text = canonicalJson(document);
  await sql(
    tx,
    `insert into audit.period_version (period, version, document, sha256, signature, key_id, closed_at, closed_by, reason)
     values ($1, $2, $3, $4, '', '', $5, $6, $7)`,
    [
      document.period,
      document.version,
      text,
      createHash('sha256').update(text).digest('hex'),
      document.asOf,
      randomUUID(),
      document.reason,
    ],
  );
}
