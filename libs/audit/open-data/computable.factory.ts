/** A whole and the parts it is the sum of, by name. */
export interface Equation {
  whole: string;
  parts: readonly string[];
}

/** A prime far above every coefficient that can come up: elimination modulo it needs no fractions. */
const PRIME = 2_147_483_647n;

/**
 * Which of the unknown numbers follow from the equations, every number that is not among them being known: Gauss-Jordan elimination; an unknown
 * follows when a reduced row holds it alone.
 */
export function computable(unknowns: readonly string[], equations: readonly Equation[]): Set<string> {
  const rows = equations.map(({ whole, parts }) => unknowns.map((name) => (name === whole ? PRIME - 1n : parts.includes(name) ? 1n : 0n)));
  let top = 0;
  for (let column = 0; column < unknowns.length && top < rows.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= top && row[column] !== 0n);
    if (found < 0) continue;
    [rows[top], rows[found]] = [rows[found]!, rows[top]!];
    const inverse = power(rows[top]![column]!, PRIME - 2n);
    const pivot = rows[top]!.map((value) => (value * inverse) % PRIME);
    for (const [index, row] of rows.entries()) {
      const factor = row[column]!;
      if (index !== top && factor) rows[index] = row.map((value, at) => (((value - factor * pivot[at]!) % PRIME) + PRIME) % PRIME);
    }
    rows[top] = pivot;
    top += 1;
  }
  const alone = rows.map((row) => row.flatMap((value, at) => (value ? [at] : []))).filter(({ length }) => length === 1);
  return new Set(alone.map(([at]) => unknowns[at!]!));
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, left = exponent; left; left >>= 1n, square = (square * square) % PRIME)
    if (left & 1n) result = (result * square) % PRIME;
  return result;
}
