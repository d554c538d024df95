import { ROLES } from '@choxa/platform';
import { pathOf, probe } from './probe.js';
import { routesOf } from './routes.js';
import { phoneOf } from './sides/people.js';
import { TwoSides, type Side } from './two-sides.js';

// Promise 16: two households and two offices as markers. The mutant e2e/mutants/unscoped-list.patch must make it fail.
describe('lists, searches, exports and aggregates', () => {
  let sides: TwoSides;
  beforeAll(async () => {
    sides = await TwoSides.open();
  }, 240_000);
  afterAll(() => sides.world.close());

  /** What of a side anybody may read: its shop. */
  const published = (side: Side): string[] => [
    `Hộ ${side.marker}`,
    `Xưởng ${side.marker}`,
    `Cà phê ${side.marker}`,
    `Nhãn ${side.marker}`,
    `Mô tả ${side.marker}`,
  ];

  it('of signed-in people hold nothing of the other side but its shop', async () => {
    const lists = (await routesOf(sides.world)).filter((route) => route.method === 'GET' && route.params.length === 0);
    expect(lists.length).toBeGreaterThan(15);
    const leaks: string[] = [];
    let own = 0;
    for (const route of lists)
      for (const role of ROLES) {
        const answer = await probe(sides.world, route, pathOf(route, sides.a), sides.a.actors[role]);
        expect([route.name, answer.status < 500]).toEqual([route.name, true]);
        own += Number(answer.text.includes(sides.a.marker));
        const rest = published(sides.b).reduce((text, word) => text.replaceAll(word, ''), answer.text);
        // An admin answers for the whole nation.
        if (rest.includes(sides.b.marker) && role !== 'admin') leaks.push(`${route.name} as ${role}`);
      }
    expect(leaks).toEqual([]);
    // The own marker is there: the lists are not merely empty.
    expect(own).toBeGreaterThan(5);
  });

  it('of nobody in particular hold only what is in the shop', async () => {
    const open = (await routesOf(sides.world)).filter((route) => route.method === 'GET' && route.access !== 'required');
    const leaks: string[] = [];
    for (const route of open.filter(({ name }) => !['Orders_one', 'Tracking_live', 'DemoInbox_list'].includes(name))) {
      const answer = await probe(sides.world, route, pathOf(route, sides.b), null);
      for (const secret of [
        `Khách ${sides.b.marker}`,
        `Ngõ ${sides.b.marker}`,
        `Thôn ${sides.b.marker}`,
        `Nháp ${sides.b.marker}`,
        phoneOf(sides.b.actors.shopper),
        phoneOf(sides.b.actors.shopper).slice(1),
        '0500000123',
      ])
        if (answer.text.includes(secret)) leaks.push(`${route.name}: ${secret}`);
    }
    expect(leaks).toEqual([]);
  });
});
