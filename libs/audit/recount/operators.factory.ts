import * as fc from 'fast-check';
import type { OfficeChangedV1, PublicServiceServedV1, QuarterReportedV1 } from '@choxa/postal-contract';
import { SERVICE_POINT_KINDS } from '@choxa/postal-contract';
import { anOffice } from '../office-registers/office.factory.js';

const PLACES = [
  { communeCode: '00004', provinceCode: '01' },
  { communeCode: '09877', provinceCode: '01' },
  { communeCode: '11164', provinceCode: '31' },
  { communeCode: '31309', provinceCode: '92' },
];
export const OPERATORS = ['song-hong', 'cuu-long', 'truong-son'];
const DAY = 86_400_000;
/** Instants at which a quarter or the time for its report ends, in Vietnam. */
const EDGES = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'].map((day) => Date.parse(`${day}T00:00:00+07:00`));
const near = (edges: readonly number[]) =>
  fc
    .tuple(fc.constantFrom(...edges), fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -40 * DAY, max: 40 * DAY })))
    .map(([edge, shift]) => edge + shift);
const day = near(EDGES).map((at) => new Date(at).toISOString().slice(0, 10));

/** All descriptions of one office, in the sequence of their versions. */
export const office: fc.Arbitrary<OfficeChangedV1[]> = fc
  .record({
    place: fc.constantFrom(...PLACES),
    operatorCode: fc.constantFrom(...OPERATORS),
    versions: fc.array(
      fc.record({
        at: near(EDGES),
        kind: fc.constantFrom(...SERVICE_POINT_KINDS),
        staffed: fc.boolean(),
        internet: fc.boolean(),
        publicService: fc.boolean(),
        validFrom: fc.oneof(fc.constant('2026-01-01'), day),
        validTo: fc.option(day, { freq: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ place, operatorCode, versions }) => {
    const first = anOffice({ ...place, operatorCode, operatorName: operatorCode });
    return versions
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, ...rest }, index) => ({ ...first, ...rest, version: index + 1, changedAt: new Date(at).toISOString() }));
  });

export const served: fc.Arbitrary<PublicServiceServedV1> = fc
  .record({
    recordId: fc.uuid(),
    operatorCode: fc.constantFrom(...OPERATORS),
    officeCode: fc.constant('X'),
    kind: fc.constantFrom('file_received', 'result_returned'),
    count: fc.integer({ min: 1, max: 50 }),
    day,
    corrects: fc.constant(null),
    place: fc.constantFrom(...PLACES),
  })
  .map(({ place, ...rest }) => ({ ...rest, ...place }));

/** A first or a second version, about the end of the time for it. */
export const report: fc.Arbitrary<QuarterReportedV1> = fc.record({
  operatorCode: fc.constantFrom(...OPERATORS),
  quarter: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3'),
  version: fc.constantFrom(1, 2),
  submittedAt: near(EDGES.map((edge) => edge + 15 * DAY)).map((at) => new Date(at).toISOString()),
  figures: fc.constant([]),
});
