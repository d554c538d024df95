import { sql, type Tx } from '@choxa/platform';
import { OF_OPERATOR, totalsBeforeParams, totalsParams } from '../facts/periods-read.js';
import type { Scope } from '../scope/scope.js';

/** What was handed over at counters: parcels and their postage, those of senders' systems apart. */
export interface Postings {
  parcels: number;
  systemParcels: number;
  postageVnd: number;
  systemPostageVnd: number;
}

type By = 'province' | 'commune' | 'operator';
export type PostingsCell = Postings & { code: string };

/** In the period of the scope, or in the same period a year earlier. */
export async function countPostings(tx: Tx, scope: Scope, when: 'now' | 'yearBefore' = 'now'): Promise<Postings> {
  const [row] = await sql<Postings>(tx, `select ${SUMS} from audit.posting_period where ${OF_OPERATOR}`, params(scope, when));
  return row!;
}

/** The same by sender's place or operator, by code. */
export function breakDownPostings(tx: Tx, scope: Scope, by: By, when: 'now' | 'yearBefore' = 'now'): Promise<PostingsCell[]> {
  return sql(
    tx,
    `select ${by}_code as code, ${SUMS} from audit.posting_period where ${OF_OPERATOR} group by ${by}_code order by ${by}_code`,
    params(scope, when),
  );
}

function params(scope: Scope, when: 'now' | 'yearBefore'): unknown[] {
  return [...(when === 'now' ? totalsParams(scope) : totalsBeforeParams(scope)), scope.filters.operator ?? null];
}

const SUMS = `
  coalesce(sum(parcels), 0)::bigint as parcels, coalesce(sum(parcels) filter (where by_system), 0)::bigint as "systemParcels",
  coalesce(sum(postage_vnd), 0)::bigint as "postageVnd", coalesce(sum(postage_vnd) filter (where by_system), 0)::bigint as "systemPostageVnd"`;
