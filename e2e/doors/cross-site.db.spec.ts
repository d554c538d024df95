import { TEST_ORIGIN } from '@choxa/testing';
import { pathOf, probe } from './probe.js';
import { routesOf } from './routes.js';
import { TwoSides } from './two-sides.js';
import { hashOfDatabase } from './whole-database.js';

// Promise 20. The mutant e2e/mutants/cross-site-accepted.patch breaks the rule behind it.
describe('requests that another site causes', () => {
  let sides: TwoSides;
  beforeAll(async () => {
    sides = await TwoSides.open();
  }, 240_000);
  afterAll(() => sides.world.close());

  const HOSTILE: Record<string, Record<string, string>> = {
    'from another site': { 'sec-fetch-site': 'cross-site' },
    'from a neighbour of the site': { 'sec-fetch-site': 'same-site' },
    'with a foreign origin': { 'sec-fetch-site': '', origin: 'https://evil.example' },
    'with our origin as a part of theirs': { 'sec-fetch-site': '', origin: `${TEST_ORIGIN}.evil.example` },
    'with the origin of a sandbox': { 'sec-fetch-site': '', origin: 'null' },
    'with neither header': { 'sec-fetch-site': '' },
  };

  it.each(Object.entries(HOSTILE))('%s are refused on every unsafe route and change nothing', async (_name, headers) => {
    const before = await hashOfDatabase(sides.world);
    const unsafe = (await routesOf(sides.world)).filter((route) => route.method !== 'GET');
    expect(unsafe.length).toBeGreaterThan(30);
    const accepted: string[] = [];
    for (const route of unsafe) {
      const actor = sides.a.actors[route.roles[0] ?? 'shopper'];
      const answer = await probe(sides.world, route, pathOf(route, sides.a), actor, headers);
      if (answer.status !== 403 || answer.body?.code !== 'auth.cross-site') accepted.push(`${route.name}: ${answer.status}`);
    }
    expect(accepted).toEqual([]);
    expect(await hashOfDatabase(sides.world)).toEqual(before);
  });
});
