import { Lanes } from './lanes.js';

describe('lanes', () => {
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  /** Work that ends when its number is released. */
  function workshop(lanes: Lanes) {
    const begun: number[] = [];
    const ends = new Map<number, (error?: Error) => void>();
    const start = (id: number) =>
      lanes.run(
        () =>
          new Promise<number>((resolve, reject) => {
            begun.push(id);
            ends.set(id, (error) => (error ? reject(error) : resolve(id)));
          }),
      );
    return { begun, start, end: (id: number, error?: Error) => ends.get(id)!(error) };
  }

  it('run as many at once as there are, the others in the order of arrival', async () => {
    const { begun, start, end } = workshop(new Lanes(2, 10, () => new Error('full')));
    const all = [1, 2, 3, 4].map(start);
    await settle();
    expect(begun).toEqual([1, 2]);
    end(2);
    await settle();
    expect(begun).toEqual([1, 2, 3]);
    end(1);
    end(3);
    await settle();
    end(4);
    expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
  });

  it('refuse at once what finds no place to wait', async () => {
    const { start, end } = workshop(new Lanes(1, 1, () => new Error('full')));
    const [first, second] = [start(1), start(2)];
    await expect(start(3)).rejects.toThrow('full');
    end(1);
    await settle();
    end(2);
    expect(await Promise.all([first, second])).toEqual([1, 2]);
  });

  it('go on after work that failed', async () => {
    const { start, end } = workshop(new Lanes(1, 1, () => new Error('full')));
    const [first, second] = [start(1), start(2)];
    end(1, new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    await settle();
    end(2);
    expect(await second).toBe(2);
  });
});
