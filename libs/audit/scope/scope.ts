import type { AuditPeriod } from '../periods/audit-period.rules.js';
import type { Area } from './area.rules.js';

/** By what a figure can be cut. */
export const CUTS = ['province', 'commune', 'household', 'product', 'set', 'operator'] as const;
export type Cut = (typeof CUTS)[number];

/** What a figure is asked for. */
export interface Scope {
  readonly period: AuditPeriod;
  /** 0: the facts as they stand; else the closed version of the period whose frozen rows are read. */
  readonly version: number;
  /** What the asking official may see. */
  readonly area: Area;
  /** Narrowing inside the area. */
  readonly filters: Readonly<Partial<Record<Cut, string>>>;
  /** The moment of the question: what is still open is counted as it stood then. */
  readonly asOf: Date;
}
