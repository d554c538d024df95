/**
 * Provinces of since 1/7/2025 that share a border on land or on a river, by code, each pair once. Read from the borders of the 63 former
 * provinces of which they were made.
 */
const BORDERS =
  '01-19 01-24 01-25 01-33 01-37 04-08 04-19 04-20 08-15 08-19 08-25 11-12 11-14 12-14 12-15 14-15 14-25 14-38 15-25 19-20 19-24 19-25 ' +
  '20-22 20-24 22-24 22-31 24-31 24-33 25-37 25-38 31-33 33-37 37-38 38-40 40-42 42-44 44-46 46-48 48-51 51-52 52-66 56-66 56-68 66-68 ' +
  '68-75 68-79 75-79 75-80 79-80 79-82 80-82 82-86 82-91 82-92 86-92 91-92 91-96 92-96';

const neighbours = new Map<string, string[]>();
for (const [a, b] of BORDERS.split(' ').map((pair) => pair.split('-') as [string, string])) {
  neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  neighbours.set(b, [...(neighbours.get(b) ?? []), a]);
}

/** Codes of the provinces beside one; none for an unknown code. */
export function neighboursOf(provinceCode: string): readonly string[] {
  return neighbours.get(provinceCode) ?? [];
}
