import fc from 'fast-check';
import { hubAndSpokeLegs, nearestHub } from './hub-and-spoke.rules.js';
import { networkMap, nextDeparture, pathBetween, type ScheduledLeg } from './path.rules.js';
import { simulatedNation } from './simulated-nation.js';

const aLeg = (from: string, to: string, change: Partial<ScheduledLeg> = {}): ScheduledLeg => ({
  id: `${from}-${to}`,
  fromOfficeId: from,
  toOfficeId: to,
  departs: [17 * 60],
  travelMinutes: 90,
  cutOffMinutes: 30,
  ...change,
});
const at = (time: string): Date => new Date(`2026-11-16T${time}:00+07:00`);

describe('the next departure', () => {
  it('is today’s while its bag is open, and tomorrow’s first afterwards', () => {
    const leg = aLeg('a', 'b', { departs: [11 * 60, 17 * 60] });
    expect(nextDeparture(leg, 10 * 60 + 30)).toBe(11 * 60);
    expect(nextDeparture(leg, 10 * 60 + 31)).toBe(17 * 60);
    expect(nextDeparture(leg, 16 * 60 + 31)).toBe(1440 + 11 * 60);
  });
});

describe('a path', () => {
  const legs = [aLeg('shop', 'hub'), aLeg('hub', 'door', { departs: [5 * 60 + 30], travelMinutes: 60 })];

  it('names offices, departures and arrivals in local time, and promises the end of the first run after it is there', () => {
    const path = pathBetween(networkMap(legs), 'shop', 'door', at('09:00'))!;
    expect(path.officeIds).toEqual(['shop', 'hub', 'door']);
    expect(path.legs.map(({ departsAt, arrivesAt }) => [departsAt.toISOString(), arrivesAt.toISOString()])).toEqual([
      ['2026-11-16T10:00:00.000Z', '2026-11-16T11:30:00.000Z'],
      ['2026-11-16T22:30:00.000Z', '2026-11-16T23:30:00.000Z'],
    ]);
    expect(path.promisedAt).toEqual(new Date('2026-11-17T17:30:00+07:00'));
  });

  it('that arrives when the postmen have left is promised for the next day', () => {
    const runs = new Map([['door', { leave: 6 * 60, end: 12 * 60 }]]);
    expect(pathBetween(networkMap(legs, runs), 'shop', 'door', at('09:00'))!.promisedAt).toEqual(new Date('2026-11-18T12:00:00+07:00'));
  });

  it('takes the way that arrives first, not the one with fewer legs', () => {
    const slow = aLeg('shop', 'door', { departs: [18 * 60], travelMinutes: 3 * 1440 });
    expect(pathBetween(networkMap([slow, ...legs]), 'shop', 'door', at('09:00'))!.officeIds).toEqual(['shop', 'hub', 'door']);
  });

  it('within one office is the office itself; where nothing leads there is none', () => {
    expect(pathBetween(networkMap(legs), 'door', 'door', at('09:00'))).toMatchObject({ officeIds: ['door'], legs: [] });
    expect(pathBetween(networkMap(legs), 'door', 'shop', at('09:00'))).toBeNull();
    expect(pathBetween(networkMap(legs), 'shop', 'nowhere', at('09:00'))).toBeNull();
  });

  it('arrives as early as trying every way does, in any network', () => {
    const office = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const leg = fc
      .record({ from: office, to: office, departs: fc.integer({ min: 0, max: 1439 }), travelMinutes: fc.integer({ min: 1, max: 2000 }) })
      .filter(({ from, to }) => from !== to)
      .map(({ from, to, departs, travelMinutes }) => aLeg(from, to, { departs: [departs], travelMinutes, cutOffMinutes: 0 }));
    fc.assert(
      fc.property(fc.array(leg, { maxLength: 12 }), (some) => {
        const tried = arrivalByTryingAll(some, 'a', 9 * 60, new Set());
        const path = pathBetween(networkMap(some), 'a', 'e', at('09:00'));
        expect(path ? (path.arrivesAt.getTime() - at('00:00').getTime()) / 60_000 : Infinity).toBe(tried);
      }),
    );
  });
});

/** Minute at which `e` is reached at the earliest. */
function arrivalByTryingAll(legs: readonly ScheduledLeg[], from: string, ready: number, seen: ReadonlySet<string>): number {
  if (from === 'e') return ready;
  const further = legs.filter((leg) => leg.fromOfficeId === from && !seen.has(leg.toOfficeId));
  return Math.min(
    Infinity,
    ...further.map((leg) =>
      arrivalByTryingAll(legs, leg.toOfficeId, nextDeparture(leg, ready) + leg.travelMinutes, new Set([...seen, from])),
    ),
  );
}

describe('hub and spoke', () => {
  const offices = [
    { id: 'north', kind: 'hub' as const, provinceCode: '01' },
    { id: 'south', kind: 'hub' as const, provinceCode: '79' },
    { id: 'hub-68', kind: 'hub' as const, provinceCode: '68' },
    { id: 'shop-68', kind: 'counter' as const, provinceCode: '68' },
    { id: 'shop-04', kind: 'counter' as const, provinceCode: '04' },
  ];
  const pairs = hubAndSpokeLegs(offices, ['north', 'south'], (province) => (province === '68' ? 'south' : 'north')).map(
    ({ fromOfficeId, toOfficeId }) => `${fromOfficeId}>${toOfficeId}`,
  );

  it('joins offices to the hub of their province, province hubs to their region’s, region hubs to each other, both ways', () => {
    expect(pairs.toSorted()).toEqual(
      [
        'hub-68>shop-68',
        'hub-68>south',
        'north>shop-04',
        'north>south',
        'shop-04>north',
        'shop-68>hub-68',
        'south>hub-68',
        'south>north',
      ].toSorted(),
    );
  });

  it('gives a province to the region hub that the fewest borders away', () => {
    const borders: Record<string, string[]> = { a: ['b'], b: ['a', 'c'], c: ['b', 'd'], d: ['c'] };
    const hubs = new Map([
      ['a', 'hub-a'],
      ['d', 'hub-d'],
    ]);
    expect(['a', 'b', 'c', 'd', 'island'].map((code) => nearestHub(code, hubs, (from) => borders[from] ?? []))).toEqual([
      'hub-a',
      'hub-a',
      'hub-d',
      'hub-d',
      'hub-a',
    ]);
  });
});

describe('the simulated nation', () => {
  // As many communes as there are, in as many provinces.
  const codes = Array.from({ length: 34 }, (_, n) => ({ '0': '01', '15': '48', '25': '79' })[n] ?? `p${n}`);
  const communes = Array.from({ length: 3_321 }, (_, n) => ({ code: String(n).padStart(5, '0'), provinceCode: codes[n % 34]! }));
  const ring = (code: string): string[] => [1, 33].map((step) => codes[(codes.indexOf(code) + step) % 34]!);
  const nation = simulatedNation(communes, ring);

  it('has more than 3,500 offices, a hub in every province and three of regions, the same each time', () => {
    const hubs = nation.offices.filter(({ kind }) => kind === 'hub');
    expect([nation.offices.length >= 3_500, hubs.length, nation.regionHubIds.length]).toEqual([true, 37, 3]);
    expect(simulatedNation(communes, ring)).toEqual(nation);
  });

  it('joins every office with every other over at most two region hubs', () => {
    const map = networkMap(nation.legs);
    const last = nation.offices.at(0)!;
    for (const { id } of nation.offices) {
      const path = pathBetween(map, id, last.id, at('09:00'));
      expect(path?.officeIds.at(-1)).toBe(last.id);
      expect(path!.officeIds.length).toBeLessThanOrEqual(6);
    }
  });
});
