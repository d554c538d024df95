import { createHash } from 'node:crypto';
import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { INDICATORS } from '../indicators/registry.js';
import { DERIVED_TABLES, FACT_TABLES } from '../rebuild/fact-tables.js';
import { freezeFigures } from './frozen-figures.js';
import { freezeRows, frozenTables } from './frozen-rows.js';
import { makeDocument, nationOf, type VersionToTell } from './make-document.js';
import { DOCUMENT_FORMAT } from './period-document.js';

/** For the handlers that are writing facts just now, or another closing. */
const LONGEST_WAIT = '8s';
/** Of one table of a million lines, read from the disk: seconds, as a rule. Facts that come meanwhile wait in their queues. */
const LONGEST_STATEMENT = '60s';

/** Until `tx` ends facts and totals stay as they are, and nobody else closes a period: what is frozen is of one moment. */
export async function holdFacts(tx: Tx): Promise<void> {
  const tables = [...FACT_TABLES, ...DERIVED_TABLES].map(({ name }) => `audit.${name}`);
  await sql(tx, `set local lock_timeout = '${LONGEST_WAIT}'`);
  await sql(tx, `set local statement_timeout = '${LONGEST_STATEMENT}'`);
  await sql(tx, `lock table ${[...new Set(tables)].join(', ')}, audit.period_version in share row exclusive mode`);
}

/**
 * Freezes the facts as they stand under a version and tells its document; asked again while nothing changed, it is the same text. After
 * {@link holdFacts}; {@link unfreeze} takes it back.
 */
export async function freezeVersion(tx: Tx, told: Omit<VersionToTell, 'format' | 'tables'>, places: Places): Promise<string> {
  const { period, version, asOf } = told;
  const live = nationOf(period, 0, asOf);
  await sql(tx, 'savepoint before_freezing');
  await freezeRows(tx, live, version);
  for (const indicator of INDICATORS) if (!indicator.frozen) await freezeFigures(tx, indicator, live, version, places);
  return makeDocument(tx, INDICATORS, { ...told, format: DOCUMENT_FORMAT, tables: await frozenTables(tx) }, places);
}

/** Takes back what was frozen in `tx`, which goes on. */
export async function unfreeze(tx: Tx): Promise<void> {
  await sql(tx, 'rollback to savepoint before_freezing');
}

/** SHA-256 of a document's UTF-8 bytes, hex. */
export function sha256Of(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}
