import type { LinkTo } from './link';

/** One way of counting over the quarters: numbers to draw (null: none arose) and the words that say them. */
export interface TrendLine {
  key: string;
  name: string;
  values: (number | null)[];
  texts: { value: string; of: string }[];
}

/** A row of bars: how long it is in hundredths of the longest, and what it says. */
export interface Bar {
  key: string;
  name: string;
  /** Null: none arose, there is no bar. */
  percent: number | null;
  value: string;
  of?: string;
  /** What stands before the name, such as a rank. */
  before?: string;
  to?: LinkTo;
}

/** A step of a funnel: how many came so far. */
export interface FunnelStep {
  key: string;
  name: string;
  reached: number;
  /** Without what households sold to themselves, where that may differ. */
  net?: number;
}
