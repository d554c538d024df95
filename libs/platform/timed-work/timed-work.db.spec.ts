import { setTimeout as sleep } from 'node:timers/promises';
import { testWorld, type World } from '@choxa/testing';
import { Every } from './every.js';

let runs = 0;

@Every(3600)
class CountRuns {
  async run(): Promise<void> {
    runs += 1;
    throw new Error('an error of one beat must not end the process');
  }
}

describe('timed work', () => {
  let world: World;
  afterAll(() => world.close());

  it('runs at the start of a working process, and its failure stops nothing', async () => {
    world = await testWorld({ libs: [], imports: [], providers: [CountRuns], config: { workers: true } });
    for (let tries = 0; runs === 0 && tries < 100; tries += 1) await sleep(20);
    expect(runs).toBe(1);
    expect((await world.http('GET', '/health/live')).status).toBe(200);
  });

  it('does not run where no work is to be done', async () => {
    runs = 0;
    const idle = await testWorld({ libs: [], imports: [], providers: [CountRuns] });
    await idle.close();
    expect(runs).toBe(0);
  });
});
