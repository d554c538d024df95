/** What one run of a job against one server gave. Times in milliseconds, one per answer, in no order. */
export interface Run {
  times: Float64Array;
  errors: number;
  /** How long it ran. */
  seconds: number;
  /** The first failure, in words. */
  firstError?: string;
}

/** The limit of a job that has nothing to be compared with. */
export const NO_LIMIT: Run = { times: new Float64Array(), errors: 0, seconds: 0 };

/** One line of output (interfaces.md, "Commands"). `p50` … `p99` in milliseconds. */
export interface JobLine {
  job: string;
  packs: number;
  conns: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  errors: number;
  limitPerSecond: number;
  ratio: number;
  /** What was drawn, where the job has several kinds. */
  kind?: string;
}

/** The smallest value that at least `share` of all values do not exceed (nearest rank); 0 of none. `sorted`: ascending. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  if (!sorted.length) return 0;
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** Several runs as if they had been one. */
export function joined(runs: readonly Run[]): Run {
  const times = new Float64Array(runs.reduce((sum, run) => sum + run.times.length, 0));
  let at = 0;
  for (const run of runs) {
    times.set(run.times, at);
    at += run.times.length;
  }
  const firstError = runs.find((run) => run.firstError !== undefined)?.firstError;
  return {
    times,
    errors: runs.reduce((sum, run) => sum + run.errors, 0),
    seconds: runs.reduce((sum, run) => sum + run.seconds, 0),
    ...(firstError === undefined ? {} : { firstError }),
  };
}

/** Answers per second; failures do not count. */
export function perSecond(run: Run): number {
  return run.seconds > 0 ? run.times.length / run.seconds : 0;
}

/** The line of a job from its own run and the limit's. */
export function jobLine(job: string, packs: number, conns: number, own: Run, limit: Run): JobLine {
  const sorted = own.times.toSorted();
  const [rate, most] = [perSecond(own), perSecond(limit)];
  return {
    job,
    packs,
    conns,
    perSecond: rounded(rate, 1),
    p50: rounded(percentile(sorted, 0.5), 2),
    p95: rounded(percentile(sorted, 0.95), 2),
    p99: rounded(percentile(sorted, 0.99), 2),
    errors: own.errors + limit.errors,
    limitPerSecond: rounded(most, 1),
    ratio: most > 0 ? rounded(rate / most, 3) : 0,
  };
}

export function median(values: readonly number[]): number {
  return percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}

export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
