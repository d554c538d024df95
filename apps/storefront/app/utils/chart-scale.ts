/** What a drawing's upright axis spans and where its lines stand, lowest first. */
export interface ChartScale {
  low: number;
  high: number;
  steps: number[];
}

/** Shares always span 0 to 100, so that two pictures can be compared by eye. */
export const SHARE_SCALE: ChartScale = { low: 0, high: 100, steps: [0, 25, 50, 75, 100] };

const LINES = 4;

/** A scale of round numbers that holds zero and all values, in about four steps. */
export function scaleOf(values: readonly number[]): ChartScale {
  const lowest = Math.min(0, ...values);
  const highest = Math.max(0, ...values);
  const step = roundStep((highest - lowest) / LINES || 1);
  const first = Math.floor(lowest / step);
  const last = Math.max(Math.ceil(highest / step), first + 1);
  const steps = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
  return { low: steps[0]!, high: steps.at(-1)!, steps };
}

/** The next of 1, 2, 5 times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((times) => times * power >= least) ?? 10);
}

/** Runs of neighbours that have a value: where nothing arose a line has a gap and never touches zero. */
export function runsOf(values: readonly (number | null)[]): { at: number; value: number }[][] {
  const runs: { at: number; value: number }[][] = [];
  let goesOn = false;
  for (const [at, value] of values.entries()) {
    if (value === null) goesOn = false;
    else {
      if (!goesOn) runs.push([]);
      runs.at(-1)!.push({ at, value });
      goesOn = true;
    }
  }
  return runs;
}
