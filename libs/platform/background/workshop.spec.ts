import { threadId } from 'node:worker_threads';
import type { Maker } from './maker.js';
import { Workshop } from './workshop.js';

interface Made {
  bytes: Uint8Array;
  thread: number;
  rank: number;
  told: unknown;
}
type Any = Maker<unknown, unknown, Made>;

/** Address of a maker that runs these lines first. */
const maker = (lines: string): string =>
  `data:text/javascript,${encodeURIComponent(`
    import { getPriority } from 'node:os';
    import { threadId } from 'node:worker_threads';
    export default async (head, parts) => {
      ${lines}
      return { bytes: new Uint8Array(3), thread: threadId, rank: getPriority(0), told: [head, ...parts] };
    };`)}`;
const PLAIN = maker('');
const onLinux = process.platform === 'linux' ? it : it.skip;

describe('the workshop', () => {
  let workshop: Workshop;
  const open = (...limits: ConstructorParameters<typeof Workshop>) => (workshop = new Workshop(...limits));
  const make = (address: string, head: unknown = null, parts: unknown[] = []) => workshop.make<Any>(address, head, parts);
  afterEach(() => workshop.onApplicationShutdown());

  it('makes a file in another thread, from all parts in their order', async () => {
    open();
    const { bytes, thread, told } = await make(PLAIN, { title: 'Gạo' }, [[1], [2], [3]]);
    expect(bytes).toHaveLength(3);
    expect(thread).not.toBe(threadId);
    expect(told).toEqual([{ title: 'Gạo' }, [1], [2], [3]]);
  });

  it('keeps a thread for the next work, which gets nothing of the one before', async () => {
    open();
    const first = await make(PLAIN, 'một', [1]);
    const second = await make(PLAIN, 'hai', [2]);
    expect(second).toMatchObject({ thread: first.thread, told: ['hai', 2] });
  });

  onLinux('lets its threads stand behind the one that answers people', async () => {
    open();
    expect((await make(PLAIN)).rank).toBe(15);
  });

  it('makes no more at once than it has threads for', async () => {
    open({ atOnce: 2 });
    const counts = new Int32Array(new SharedArrayBuffer(12)); // inside, most inside, come so far
    const counting = maker(`
      const inside = Atomics.add(head, 0, 1) + 1;
      if (inside > Atomics.load(head, 1)) Atomics.store(head, 1, inside);
      Atomics.add(head, 2, 1);
      Atomics.notify(head, 2);
      while (Atomics.load(head, 2) < 2) Atomics.wait(head, 2, 1);
      Atomics.sub(head, 0, 1);`);
    const made = await Promise.all(Array.from({ length: 6 }, () => make(counting, counts)));
    expect([...counts]).toEqual([0, 2, 6]);
    expect(new Set(made.map(({ thread }) => thread)).size).toBe(2);
  });

  it('asks whoever comes while too many wait to come again', async () => {
    open({ atOnce: 1, waiting: 1 });
    const two = [make(PLAIN), make(PLAIN)];
    await expect(make(PLAIN)).rejects.toMatchObject({ code: 'service.busy' });
    await Promise.all(two);
  });

  it('gives back what a maker threw', async () => {
    open();
    await expect(make(maker('throw new TypeError(`no column ${head}`);'), 'năm')).rejects.toMatchObject({
      name: 'TypeError',
      message: 'no column năm',
    });
  });

  it.each([
    ['takes too much memory', 'for (const all = []; ; ) all.push(`${all.length}`.repeat(100), [...parts, {}]);'],
    ['never ends', 'for (;;);'],
    ['ends its thread', 'process.exit(0);'],
  ])('answers a clear problem where a maker %s, and goes on with the next', async (_, lines) => {
    open({ atOnce: 1, memoryMb: 24, longest: lines.includes('(;;);') ? 500 : 60_000 });
    await expect(make(maker(lines))).rejects.toMatchObject({ code: 'file.not-made', kind: { status: 503 } });
    await expect(make(PLAIN)).resolves.toMatchObject({ told: [null] });
  });
});
