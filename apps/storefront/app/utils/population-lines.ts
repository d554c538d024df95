export interface PlacePeople {
  code: string;
  people: number;
}

/** Reads lines like `01 8.500.000` or `31117;12,300`; `wrong` is the number of the first line that is none, null when all are. Empty lines are passed over. */
export function readPopulationLines(text: string): { places: PlacePeople[]; wrong: number | null } {
  const places: PlacePeople[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.trim()) continue;
    const read = /^\s*(\d{2}|\d{5})[\s;:,\t]+([\d.,\s]+)$/.exec(line);
    const people = Number(read?.[2]?.replace(/[.,\s]/g, ''));
    if (!read || !Number.isSafeInteger(people) || people < 1) return { places: [], wrong: index + 1 };
    places.push({ code: read[1]!, people });
  }
  return { places, wrong: null };
}
