import { PageStore, type Made } from './page-store.js';

const LIMITS = { freshMs: 10, aheadMs: 8, remakeMs: 100, brokenMs: 60, entries: 3, bytes: 1000 };

/** A store with a clock in hand; the world it shows pages of is `world.state`. */
function aStore(limits = LIMITS) {
  const world = { now: 1000, state: 'a', made: 0, asked: 0, answer: {} as Partial<Made<string>> };
  const store = new PageStore<string>(
    {
      make: async (key) => {
        world.made += 1;
        const page = `${key}:${world.state}`;
        await Promise.resolve();
        return { page, store: true, failed: false, bytes: 10, ...world.answer };
      },
      unchanged: async (page) => {
        world.asked += 1;
        return page.endsWith(world.state);
      },
    },
    limits,
    () => world.now,
  );
  return { store, world };
}

describe('PageStore', () => {
  it('makes a page once for all who ask at the same time and while it is fresh', async () => {
    const { store, world } = aStore();
    await Promise.all(Array.from({ length: 50 }, () => store.get('/')));
    world.now += 7;
    expect([await store.get('/'), world.made, world.asked]).toEqual(['/:a', 1, 0]);
  });

  it('shows what changed as soon as a page is no longer fresh', async () => {
    const { store, world } = aStore();
    await store.get('/');
    world.state = 'sold out';
    world.now += 10;
    expect(await store.get('/')).toBe('/:sold out');
  });

  it('looks after a page that is asked for before it is too old, and nobody waits', async () => {
    const { store, world } = aStore();
    await store.get('/');
    world.state = 'b';
    world.now += 8;
    expect(await store.get('/')).toBe('/:a');
    await new Promise(setImmediate);
    expect([await store.get('/'), world.made]).toEqual(['/:b', 2]);
  });

  it('asks whether something changed instead of making the same page again, but not forever', async () => {
    const { store, world } = aStore();
    await store.get('/');
    for (world.now += 10; world.now < 1100; world.now += 10) await store.get('/');
    expect([world.made, world.asked]).toEqual([1, 9]);
    await store.get('/');
    expect(world.made).toBe(2);
  });

  it('keeps nothing that must not be kept', async () => {
    const { store, world } = aStore();
    world.answer = { store: false };
    await store.get('/');
    await store.get('/');
    expect([world.made, store.size.entries]).toEqual([2, 0]);
  });

  it('takes a page away when it may no longer be kept', async () => {
    const { store, world } = aStore();
    await store.get('/');
    world.state = 'taken down';
    world.answer = { store: false };
    world.now += 10;
    expect([await store.get('/'), store.size]).toEqual(['/:taken down', { entries: 0, bytes: 0 }]);
  });

  it('gives the last good page for a while when the making breaks', async () => {
    const { store, world } = aStore();
    await store.get('/');
    world.state = 'broken';
    world.answer = { store: false, failed: true };
    world.now += 59;
    expect(await store.get('/')).toBe('/:a');
    world.now += 1;
    expect(await store.get('/')).toBe('/:broken');
  });

  it('puts away what was not asked for longest', async () => {
    const { store, world } = aStore();
    for (const key of ['/1', '/2', '/3', '/1', '/4']) await store.get(key);
    expect(store.size).toEqual({ entries: 3, bytes: 30 });
    world.made = 0;
    await store.get('/1');
    expect(world.made).toBe(0);
    await store.get('/2');
    expect(world.made).toBe(1);
  });

  it('holds no more bytes than it may', async () => {
    const { store } = aStore({ ...LIMITS, bytes: 25 });
    for (const key of ['/1', '/2', '/3']) await store.get(key);
    expect(store.size).toEqual({ entries: 2, bytes: 20 });
  });
});
