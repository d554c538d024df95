import { Rounds } from './rounds.js';

describe('what is done in rounds', () => {
  /** Doubles what it is given, and fails where that is negative. */
  function doubling(options: { most: number; lanes: number; apart?: (item: number) => string[] }) {
    const rounds: (readonly number[])[] = [];
    const work = async (items: readonly number[]): Promise<number[]> => {
      rounds.push(items);
      await new Promise((resolve) => setImmediate(resolve));
      if (items.some((item) => item < 0)) throw new Error(`of ${items.join()}`);
      return items.map((item) => item * 2);
    };
    return { rounds, join: new Rounds(work, options) };
  }

  it('goes together when it comes together, up to the most of a round', async () => {
    const { rounds, join } = doubling({ most: 3, lanes: 1 });
    expect(await Promise.all([1, 2, 3, 4, 5].map((item) => join.join(item)))).toEqual([2, 4, 6, 8, 10]);
    expect(rounds).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it('waits for the next round where a lane is busy', async () => {
    const { rounds, join } = doubling({ most: 8, lanes: 1 });
    const first = join.join(1);
    await new Promise((resolve) => setImmediate(resolve));
    const others = [join.join(2), join.join(3)];
    expect(await Promise.all([first, ...others])).toEqual([2, 4, 6]);
    expect(rounds).toEqual([[1], [2, 3]]);
  });

  it('is done one by one where a round fails, and only the one at fault fails', async () => {
    const { rounds, join } = doubling({ most: 8, lanes: 1 });
    const settled = await Promise.allSettled([1, -2, 3].map((item) => join.join(item)));
    expect(settled).toMatchObject([{ value: 2 }, { reason: new Error('of -2') }, { value: 6 }]);
    expect(rounds).toEqual([[1, -2, 3], [1], [-2], [3]]);
    expect(await join.join(4)).toBe(8);
  });

  it('keeps apart what must not go together, and keeps its sequence', async () => {
    const { rounds, join } = doubling({ most: 8, lanes: 1, apart: (item) => [item % 2 ? 'odd' : 'even'] });
    expect(await Promise.all([1, 3, 2, 5].map((item) => join.join(item)))).toEqual([2, 6, 4, 10]);
    expect(rounds).toEqual([[1, 2], [3], [5]]);
  });
});
