import { ROLES, type Actor, type Role } from '@choxa/platform';
import { anActor, type HttpAnswer } from '@choxa/testing';
import { pathOf, probe, thingParams } from './probe.js';
import { routesOf, type Route } from './routes.js';
import { TwoSides, type Side } from './two-sides.js';
import { hashOfDatabase } from './whole-database.js';

// Promise 15: every route × every actor × {own, other's, missing}. The routes come from the running application, so a new one is tested
// unasked; one whose parameter no side has is refused here until two-sides.ts provides it.
/** Routes that make the thing under the id the caller brings: a missing one is no failure. Another's id is tested on its own. */
const MAKES = new Set(['Desk_save']);

/** Routes that count what concerns the caller: of a missing thing, and of another's, that is nothing. */
const COUNTS = new Set(['RecallReach_reach']);

/** Routes that do something about what is on the shelves for everybody: nothing there is another's. */
const ABOUT_THE_SHOP = new Set(['Questions_ask']);

/** Routes about a state that no thing of the sides is in; the specs of their libs go through them. */
const IN_ANOTHER_STATE = new Set([
  'Suspensions_lift', // nobody is suspended
  'Recognitions_confirmChange', // no change was asked for
  'Recognitions_dropChange',
  'Members_decline', // accepted just before
]);

describe('every door', () => {
  let sides: TwoSides;
  let routes: Route[];
  beforeAll(async () => {
    sides = await TwoSides.open();
    routes = await routesOf(sides.world);
  }, 240_000);
  afterAll(() => sides.world.close());

  const guarded = () => routes.filter((route) => route.access === 'required');
  /** Routes with a parameter that belongs to somebody. */
  const scoped = () => guarded().filter((route) => thingParams(route).length > 0);
  const actorsFor = (route: Route, side: Side): [Role, Actor][] =>
    ROLES.filter((role) => route.roles.includes(role)).map((role) => [role, side.actors[role]]);
  /** An admin answers for the whole nation: nothing is another's. */
  const withinScope = ([, actor]: [Role, Actor]): boolean => !actor.grants.some(({ scopeKind }) => scopeKind === 'nation');
  const nameOf = (route: Route, role: string): string => `${route.name} as ${role}`;

  it('opens to nobody who is not signed in', async () => {
    const before = await hashOfDatabase(sides.world);
    const open: string[] = [];
    for (const route of guarded()) {
      const answer = await probe(sides.world, route, pathOf(route, sides.a), null);
      if (answer.status !== 401 || answer.body?.code !== 'auth.required') open.push(`${route.name}: ${answer.status}`);
    }
    expect(open).toEqual([]);
    expect(await hashOfDatabase(sides.world)).toEqual(before);
  });

  it('opens to no role that its policy does not name', async () => {
    const before = await hashOfDatabase(sides.world);
    const open: string[] = [];
    for (const route of guarded())
      for (const role of ROLES.filter((one) => !route.roles.includes(one) && !route.roles.includes('shopper'))) {
        const answer = await probe(sides.world, route, pathOf(route, sides.a), sides.a.actors[role]);
        if (answer.status !== 403 || answer.body?.code !== 'auth.forbidden') open.push(`${nameOf(route, role)}: ${answer.status}`);
      }
    expect(open).toEqual([]);
    expect(await hashOfDatabase(sides.world)).toEqual(before);
  });

  it('shows another’s thing as it shows a missing one, and changes nothing', async () => {
    const before = await hashOfDatabase(sides.world);
    const leaks: string[] = [];
    for (const route of scoped().filter(({ name }) => !MAKES.has(name) && !ABOUT_THE_SHOP.has(name)))
      for (const [role, actor] of actorsFor(route, sides.a).filter(withinScope)) {
        const missing = await probe(sides.world, route, pathOf(route, sides.b, { missing: true }), actor);
        const others = await probe(sides.world, route, pathOf(route, sides.b), actor);
        if ((missing.status < 400 || missing.status >= 500) && !COUNTS.has(route.name))
          leaks.push(`${nameOf(route, role)}: missing answers ${missing.status}`);
        if (seen(others) !== seen(missing))
          leaks.push(`${nameOf(route, role)}: ${others.status} ${others.text} instead of ${missing.status} ${missing.text}`);
      }
    expect(leaks).toEqual([]);
    expect(await hashOfDatabase(sides.world)).toEqual(before);
  });

  it('makes nothing under the id of another’s thing', async () => {
    const before = await hashOfDatabase(sides.world);
    const made = routes.filter(({ name }) => MAKES.has(name));
    expect(made.map(({ name }) => name)).toEqual([...MAKES]);
    for (const route of made) {
      const answer = await probe(sides.world, route, pathOf(route, sides.b), sides.a.actors.household);
      expect([route.name, answer.status]).toEqual([route.name, 404]);
    }
    expect(await hashOfDatabase(sides.world)).toEqual(before);
  });

  it('shows nothing of anybody to a role without a scope', async () => {
    const leaks: string[] = [];
    for (const route of scoped().filter(({ name }) => !MAKES.has(name)))
      for (const role of route.roles.filter((one) => one !== 'shopper')) {
        const nobody = anActor({ role, scopeKind: 'office', scopeId: '00000000-0000-4000-8000-00000000dead' });
        const [missing, theirs] = [
          await probe(sides.world, route, pathOf(route, sides.b, { missing: true }), nobody),
          await probe(sides.world, route, pathOf(route, sides.b), nobody),
        ];
        if (seen(theirs) !== seen(missing)) leaks.push(`${nameOf(route, role)}: ${theirs.status} ${theirs.text}`);
      }
    expect(leaks).toEqual([]);
  });

  it('opens to its own people: else the tests above would prove nothing', async () => {
    const shut: string[] = [];
    const ordered = ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'].flatMap((method) =>
      scoped().filter((route) => route.method === method && !IN_ANOTHER_STATE.has(route.name)),
    );
    for (const route of ordered) {
      const answers: HttpAnswer[] = [];
      for (const [, actor] of actorsFor(route, sides.a)) answers.push(await probe(sides.world, route, pathOf(route, sides.a), actor));
      if (answers.some(({ status }) => status >= 500) || !answers.some(isOpen))
        shut.push(`${route.name}: ${answers.map(({ status, text }) => `${status} ${text}`).join()}`);
    }
    expect(shut).toEqual([]);
  });
});

/** Let in, whatever became of the request: not taken for a stranger, not for somebody who asks after nothing. */
function isOpen({ status, body }: HttpAnswer): boolean {
  return ![403, 404].includes(status) && body?.code !== 'auth.required';
}

/** What the caller sees, less what differs between any two answers. */
function seen({ status, text }: HttpAnswer): string {
  return `${status} ${text.replace(/"requestId":"[^"]*"/, '')}`;
}
