import { Module } from '@nestjs/common';
import { testWorld, type World } from '@choxa/testing';
import { defineEvent, FactSources, readInSteps, TellsAgain, type FactSource, type Tx } from '../index.js';

const Counted = defineEvent<{ n: number }>('test.counted.v1');

@TellsAgain(Counted)
class TellCounted implements FactSource<{ n: number }> {
  tell(tx: Tx, take: (facts: readonly { n: number }[]) => Promise<void>) {
    return readInSteps<{ n: number }>(tx, 'select n from generate_series(1, 12000) n', take);
  }
}

@Module({ providers: [TellCounted] })
class CountModule {}

describe('facts told again', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ libs: [], imports: [CountModule] });
  });
  afterAll(() => world.close());

  it('come from the sources of their kind, in steps, each once', async () => {
    const sources = world.get(FactSources);
    expect(sources.of('test.unheard-of.v1')).toEqual([]);
    const steps: number[][] = [];
    const [source] = sources.of(Counted.name);
    await world.db.transaction((tx) => source!.tell(tx, async (facts) => void steps.push((facts as { n: number }[]).map(({ n }) => n))));
    expect(steps.map((step) => step.length)).toEqual([5000, 5000, 2000]);
    expect(steps.flat()).toEqual(Array.from({ length: 12_000 }, (_, index) => index + 1));
  });
});
