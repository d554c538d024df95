import * as fc from 'fast-check';
import { Places, placesLib } from '@choxa/places';
import { Events, type EventKind } from '@choxa/platform';
import { OfficeChanged, PublicServiceServed, QuarterReported } from '@choxa/postal-contract';
import { testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from '../index.js';
import { office, OPERATORS, report, served } from './operators.factory.js';
import { nation, official, SEED } from './recount.factory.js';
import { recountPoints, recountReports, type OperatorsFilter, type ToldByOperators } from './recount-operators.js';

// Promise 27 for the indicators of the operators' registers and reports.
const FILTERS = 12;
const TODAY = '2026-10-20';

const SIGHTS = [
  { as: nation, query: '', provinces: null, communes: null },
  { as: nation, query: '&province=01', provinces: ['01'], communes: null },
  { as: nation, query: '&province=01&commune=00004', provinces: ['01'], communes: ['00004'] },
  { as: official('province', '01'), query: '', provinces: ['01'], communes: null },
  { as: official('province', '31'), query: '&commune=11164', provinces: ['31'], communes: ['11164'] },
  { as: official('commune', '09877'), query: '', provinces: null, communes: ['09877'] },
];
const filter = fc.record({
  sight: fc.constantFrom(...SIGHTS),
  period: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026', '2026-Q2-YTD', '2026-Q3-YTD', '2025-Q4'),
  operator: fc.option(fc.constantFrom(...OPERATORS)),
});

describe(`figures of the operators equal a recount of what was told (seed ${SEED})`, () => {
  let world: World;
  let told: ToldByOperators;

  beforeAll(async () => {
    world = await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] });
    world.clock.set(new Date(`${TODAY}T09:00:00+07:00`));
    const sampled = { seed: SEED, numRuns: 60 };
    const reports = new Map(fc.sample(report, sampled).map((one) => [`${one.operatorCode} ${one.quarter} ${one.version}`, one]));
    told = { offices: fc.sample(office, sampled), served: fc.sample(served, sampled), reports: [...reports.values()] };
    const shuffled = fc.sample(fc.shuffledSubarray(told.offices.flat(), { minLength: told.offices.flat().length }), {
      seed: SEED,
      numRuns: 1,
    })[0]!;
    const tell = <Data extends object>(kind: EventKind<Data>, facts: Data[], twice: number) =>
      world.db.transaction((tx) => world.get(Events).publishAll(tx, kind, [...facts, ...facts.slice(0, twice)]));
    await tell(OfficeChanged, shuffled, 20);
    await tell(PublicServiceServed, told.served, 20);
    await tell(QuarterReported, told.reports, 3);
    await world.drain();
  }, 120_000);
  afterAll(() => world.close());

  it(`for ${FILTERS} filters`, async () => {
    await fc.assert(
      fc.asyncProperty(filter, async ({ sight, period, operator }) => {
        const asked = `period=${period}${sight.query}${operator ? `&operator=${operator}` : ''}`;
        const { provinces, communes } = sight;
        const wanted: OperatorsFilter = { period, today: TODAY, provinces, communes, operator };
        const figure = async (number: number) => {
          const { status, body } = await world.http('GET', `/audit/indicators/${number}?${asked}`, { as: sight.as });
          expect([asked, status]).toEqual([asked, 200]);
          return body;
        };
        const { kinds, pointsOfProvince, ...counted } = recountPoints(told, world.get(Places), wanted);
        for (const [number, expected] of Object.entries(counted))
          expect([number, await figure(Number(number))]).toMatchObject([number, expected]);
        const { sides } = await figure(14);
        const servedKinds = Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sides.map(({ key, numerator }: { key: string; numerator: number }) => [key, numerator])).toEqual([
          ['served', servedKinds.reduce((sum, [, count]) => sum + count, 0)],
          ...servedKinds.map(([kind, count]) => [`served_${kind}`, count]),
        ]);
        const { byProvince } = await figure(7);
        const there = byProvince.filter(({ denominator }: { denominator: number }) => denominator);
        expect(
          Object.fromEntries(there.map(({ code, denominator }: { code: string; denominator: number }) => [code, denominator])),
        ).toEqual(pointsOfProvince);
        if (sight.as === nation && !sight.query) expect(await figure(10)).toMatchObject(recountReports(told, wanted));
      }),
      { seed: SEED, numRuns: FILTERS, endOnFailure: true },
    );
  }, 120_000);
});
