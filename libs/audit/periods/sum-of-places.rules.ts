import type { Counted, Figure, Side } from '../indicators/indicator.js';

const NOTHING: Counted = { numerator: 0, denominator: 0 };

/**
 * The figure of several places that hold nothing in common, from those of each: what is counted in one of them is counted in no other. Zero of
 * zero for none. Without self-dealing only where every place tells that; a figure beside the headline that a place does not tell is none there.
 */
export function sumOfPlaces(figures: readonly Figure[]): Figure {
  const nets = figures.flatMap(({ net }) => net ?? []);
  const sides = Map.groupBy(
    figures.flatMap((figure) => figure.sides),
    ({ key }) => key,
  );
  return {
    ...sum(figures),
    net: nets.length && nets.length === figures.length ? sum(nets) : null,
    sides: [...sides.values()].map(sumOfSide),
  };
}

function sum(all: readonly Counted[]): Counted {
  return all.reduce((so, one) => ({ numerator: so.numerator + one.numerator, denominator: so.denominator + one.denominator }), NOTHING);
}

function sumOfSide(sides: readonly Side[]): Side {
  const { key, unit } = sides[0]!;
  const whole = sides.every(({ denominator }) => denominator !== null);
  const { numerator, denominator } = sum(sides.map((side) => ({ ...side, denominator: side.denominator ?? 0 })));
  return { key, numerator, denominator: whole ? denominator : null, unit };
}
