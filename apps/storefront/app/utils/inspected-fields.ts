import type { InspectedField, Verdict } from '~/types/samples';

/** The fields an inspector answers, in the sequence in which a pack is looked at. The two last only where the product set demands them. */
export const INSPECTED_FIELDS: readonly InspectedField[] = [
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
];
export const ONLY_WHERE_DEMANDED: readonly InspectedField[] = ['origin.standard', 'origin.shelf-life'];
export const VERDICTS: readonly Verdict[] = ['right', 'wrong', 'unclear'];
