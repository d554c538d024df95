import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { findProductSet } from '@choxa/standards';
import { auditProblem } from '../audit.problems.js';
import { canBeCutTo } from '../indicators/indicator.js';
import { nameOfCut } from '../indicators/places-cut.js';
import type { Cut, Scope } from '../scope/scope.js';
import { CELL, CELL_COLUMNS, cellParams, cellsOf, STEP_COUNTS } from './funnel.sql.js';

/** By what the funnel can be filtered and broken down. */
export const FUNNEL_CUTS = ['province', 'commune', 'set'] as const satisfies readonly Cut[];
export type FunnelCut = (typeof FUNNEL_CUTS)[number];

/** How many products came how far. Each number is a part of the one before; `net…`: without what households sold to themselves. */
export interface FunnelCounts {
  listed: number;
  labelled: number;
  sold: number;
  delivered: number;
  netSold: number;
  netDelivered: number;
}

/** The counts of a province, a commune or a set, with its name. */
export interface FunnelCell extends FunnelCounts {
  code: string;
  name: string;
}

/** The funnel of a scope; null for a version that was closed before there was one. @throws Problem `indicator.not-cut-so` */
export async function countFunnel(tx: Tx, scope: Scope): Promise<FunnelCounts | null> {
  if (!(await isKept(tx, scope))) return null;
  const [counts] = await sql<FunnelCounts>(tx, `select ${COUNTS} from (${cellsOf(scope)}) cell`, cellParams(scope));
  return counts!;
}

/** The same by place or set, ordered by code; only where something was on sale. The cells add up to the whole. @throws as {@link countFunnel} */
export async function breakDownFunnel(tx: Tx, scope: Scope, by: FunnelCut, places: Places): Promise<FunnelCell[] | null> {
  if (!(await isKept(tx, scope))) return null;
  const rows = await sql<FunnelCounts & { code: string }>(
    tx,
    `select ${by}_code as code, ${COUNTS} from (${cellsOf(scope)}) cell group by 1 order by 1`,
    cellParams(scope),
  );
  return rows.map((row) => ({ ...row, name: by === 'set' ? (findProductSet(row.code)?.vi ?? row.code) : nameOfCut(by, row.code, places) }));
}

/** Copies the funnel of `live` as that of its version `version`. */
export async function freezeFunnel(tx: Tx, live: Scope, version: number): Promise<void> {
  const params = cellParams(live);
  await sql(
    tx,
    `insert into audit.funnel_period (period, version, ${CELL_COLUMNS})
     select $1, $${params.length + 1}::int, ${CELL.join(', ')}, ${SUMS} from (${cellsOf(live)}) cell group by ${CELL.join(', ')}`,
    [...params, version],
  );
}

/** @throws Problem `indicator.not-cut-so` */
async function isKept(tx: Tx, scope: Scope): Promise<boolean> {
  if (!canBeCutTo({ breakdowns: FUNNEL_CUTS, frozen: true }, scope)) throw auditProblem('indicator.not-cut-so');
  if (!scope.version) return true;
  const [kept] = await sql(
    tx,
    `select from audit.period_version where period = $1 and version = $2 and strpos(document, '"table":"funnel_period"') > 0`,
    [scope.period.key, scope.version],
  );
  return Boolean(kept);
}

const CAMEL = { net_sold: 'netSold', net_delivered: 'netDelivered' } as Record<string, string>;
const SUMS = STEP_COUNTS.map((column) => `sum(${column})`).join(', ');
const COUNTS = STEP_COUNTS.map((column) => `coalesce(sum(${column}), 0)::int as "${CAMEL[column] ?? column}"`).join(', ');
