/** What an inspector looks at: the fields of the label rule that a pack, its seller and its trace page can show. */
export const INSPECTED_FIELDS = [
  'brand.name',
  'brand.owner',
  'barcode.number',
  'origin.producer',
  'origin.address',
  'origin.place',
  'origin.lot',
  'origin.date',
  'origin.trace-code',
  'origin.image',
  'origin.event',
  'origin.standard',
  'origin.shelf-life',
] as const;
export type InspectedField = (typeof INSPECTED_FIELDS)[number];

/** What not every product set demands: left out where it is not asked for. */
const NOT_FOR_EVERY_SET: readonly InspectedField[] = ['origin.standard', 'origin.shelf-life'];

export const OUTCOMES = ['right', 'wrong', 'unclear'] as const;
/** Of a field or of a whole label: it is as declared and demanded, it is not, or it cannot be judged. */
export type Outcome = (typeof OUTCOMES)[number];

/** What an inspector said of the fields he looked at. */
export type Verdicts = Partial<Record<InspectedField, Outcome>>;

/** The fields every inspection must say something of that `verdicts` does not speak of. */
export function unansweredFields(verdicts: Verdicts): InspectedField[] {
  return INSPECTED_FIELDS.filter((field) => !NOT_FOR_EVERY_SET.includes(field) && !verdicts[field]);
}

/** A label is wrong when any field is, however little is known of the others; it is right when all are. */
export function outcomeOf(verdicts: Verdicts): Outcome {
  const found = Object.values(verdicts);
  if (found.includes('wrong')) return 'wrong';
  return found.includes('unclear') ? 'unclear' : 'right';
}
