import type { Places } from '@choxa/places';
import type { Tx } from '@choxa/platform';
import type { Measure } from '../indicators/measure.rules.js';
import type { Asked } from '../scope/scopes.js';
import type { TableParams } from './exports.dto.js';

/** How the values of a column are written: whole numbers, whole đồng, percent or another number with decimals (`66.66`), days `YYYY-MM-DD`. */
export type ColumnKind = 'text' | 'int' | 'vnd' | 'percent' | 'decimal' | 'day';

/** A column of a table, under a title in both languages. Its key names the values in the rows. */
export interface TableColumn {
  readonly key: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly kind: ColumnKind;
}

/** Null is an empty cell: none arose, or not to be broken down. */
export type Cell = string | number | null;
/** Values by the keys of the columns. */
export type TableRow = Readonly<Record<string, Cell>>;

/** A name and a value, e.g. `Kỳ / Period` and `2026-Q3`. */
export type Fact = readonly [name: string, value: string];

/** A share that stands above its table. */
export interface TableHeadline {
  readonly numerator: number;
  readonly denominator: number;
  /** How the value is read; of `hours` the numerator is in minutes. */
  readonly measure: Measure;
  /** Percent or another value with decimals; null when none arose. */
  readonly value: string | null;
  readonly methodVersion: string;
}

/** What a table is asked for. */
export interface TableQuestion extends Asked {
  /** What is in the address beside the scope. */
  readonly params: TableParams;
  readonly places: Places;
}

/**
 * A table that officials read on a page and take with them as XLSX, CSV or PDF. Registered in `tables.ts`; its key is in the address.
 * What the asking official may not see is in none of its answers: every query carries the scope.
 */
export interface AuditTable {
  readonly key: string;
  readonly titleVi: string;
  readonly titleEn: string;
  readonly columns: readonly TableColumn[];
  /** Belongs to the report of a whole period, asked with nothing but the scope; `nation`: where an official of the nation asks. */
  readonly inReport?: 'everywhere' | 'nation';
  /** The rows in the order of the page, at most `limit`; everything typed by somebody may be handed over as it is. */
  rows(tx: Tx, question: TableQuestion, limit: number): Promise<readonly TableRow[]>;
  /** What narrowed it beside the scope, and what its rows were drawn from. */
  filters?(question: TableQuestion, tx: Tx): readonly Fact[] | Promise<readonly Fact[]>;
  /** The share the table belongs to, where there is one. */
  headline?(tx: Tx, question: TableQuestion): Promise<TableHeadline | null>;
  /** How it was counted, line by line, each in Vietnamese with English beside it, with the versions of the methods. */
  method(question: TableQuestion): readonly string[];
}

/** One table with its rows, as it goes into a file. */
export interface FilledTable {
  readonly titleVi: string;
  readonly titleEn: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** There were more rows than a file takes. */
  readonly cut: boolean;
  readonly filters: readonly Fact[];
  readonly headline: TableHeadline | null;
  readonly method: readonly string[];
}

/** What a file is made of: one table, or the parts of a report. */
export interface AuditFile {
  readonly titleVi: string;
  readonly titleEn: string;
  /** Period, place and version in words. */
  readonly filters: readonly Fact[];
  /** The moment of the figures. */
  readonly asOf: Date;
  readonly tables: readonly FilledTable[];
}

/** Yes or no in a cell. */
export const yesNo = (value: boolean): string => (value ? 'có / yes' : 'không / no');
