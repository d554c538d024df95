import { sql, type Tx } from '@choxa/platform';
import type { FrozenRows } from './frozen-rows.js';
import type { Measure } from '../indicators/measure.rules.js';

/** Changes when the fields of a document do. */
export const DOCUMENT_FORMAT = 'choxa-period-2';
/** Of periods that one official closed: it tells when they were closed, where a proposed one tells of when its figures are. */
export const FORMAT_OF_ONE = 'choxa-period-1';

export interface DocumentCount {
  numerator: number;
  denominator: number;
}

/** A figure of a place: the nation (`VN`), a province or a commune. */
export interface DocumentFigure extends DocumentCount {
  kind: 'nation' | 'province' | 'commune';
  code: string;
  /** Fewer than five buyers stand behind it: it is not published. */
  fewBuyers: boolean;
  /** Without self-dealing; null where that cannot touch it. */
  net: DocumentCount | null;
  sides: { key: string; numerator: number; denominator: number | null; unit: string }[];
}

export interface DocumentIndicator {
  number: number;
  measure: Measure;
  unit: string;
  /** Version of the method, and what it rests on. */
  method: string;
  basis: string;
  /** In the unit of the measure; null where the plan sets none. */
  target: string | null;
  /** The nation, then provinces, then communes, by code. */
  figures: DocumentFigure[];
}

/** What a closed version of a period says, in canonical JSON; its bytes are hashed and signed. Times are RFC 3339 with the local offset. */
export interface PeriodDocument {
  format: typeof DOCUMENT_FORMAT | typeof FORMAT_OF_ONE;
  period: string;
  version: number;
  firstDay: string;
  lastDay: string;
  /** From then on no return changes the period. */
  cutOffAt: string;
  /** When its figures were proposed, which is of when they are: the same document is proposed and, once confirmed, signed. */
  asOf?: string;
  /** In the first format, instead of `asOf`. */
  closedAt?: string;
  /** Of the version before, which this one corrects, and why; null for the first. */
  corrects: string | null;
  reason: string | null;
  indicators: DocumentIndicator[];
  /** The rows frozen with it: how many of which table, and a hash of them. */
  rows: FrozenRows[];
}

/** A closed version as it lies in the database. */
export interface ClosedVersion {
  period: string;
  version: number;
  /** Canonical JSON of a {@link PeriodDocument}. */
  document: string;
  sha256: string;
  signature: string;
  keyId: string;
  closedAt: Date;
  reason: string | null;
}

/** When the figures of a document were counted. */
export function countedAt({ asOf, closedAt }: PeriodDocument): Date {
  return new Date((asOf ?? closedAt)!);
}

const VERSION = `period, version, document, sha256, signature, key_id as "keyId", closed_at as "closedAt", reason`;

/** All closed versions, by period and version. */
export async function closedVersions(tx: Tx): Promise<ClosedVersion[]> {
  return sql<ClosedVersion>(tx, `select ${VERSION} from audit.period_version order by period, version`);
}

/** One closed version; null where there is none. */
export async function closedVersion(tx: Tx, period: string, version: number): Promise<ClosedVersion | null> {
  const [row] = await sql<ClosedVersion>(tx, `select ${VERSION} from audit.period_version where period = $1 and version = $2`, [
    period,
    version,
  ]);
  return row ?? null;
}

/** What a closed version says; null where there is none. */
export async function readDocument(tx: Tx, period: string, version: number): Promise<PeriodDocument | null> {
  const closed = await closedVersion(tx, period, version);
  return closed && (JSON.parse(closed.document) as PeriodDocument);
}
