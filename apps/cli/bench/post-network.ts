import { NestFactory } from '@nestjs/core';
import { AppModule } from '@choxa/app-api';
import { Places } from '@choxa/places';
import { Config, readConfig } from '@choxa/platform';
import { networkMap, pathBetween, simulatedNation } from '@choxa/postal';
import { PostageQuotes } from '@choxa/postal-contract';
import { jobLine, NO_LIMIT, type JobLine, type Run } from './figures.js';
import { Random } from './random.js';

export const PATH_JOB = 'path';
export const QUOTE_JOB = 'quote';
export const POST_JOBS = [PATH_JOB, QUOTE_JOB] as const;
export type PostJob = (typeof POST_JOBS)[number];

/** When the parcels of the paths are ready: over a week, minute by minute. */
const WEEK_MINUTES = 7 * 1440;

/** Ways through a simulated nation, and quotes of the post's port: both asked one after the other in this process, on a seeded database. */
export async function measurePost(databaseUrl: string, jobs: readonly PostJob[], seconds: number, warmup: number): Promise<JobLine[]> {
  const config = Object.assign(new Config(), readConfig({ DATABASE_URL: databaseUrl }), { workers: false });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), { logger: ['error'], abortOnError: false });
  try {
    const places = app.get(Places, { strict: false });
    const works: Record<PostJob, () => () => unknown> = {
      path: () => pathWork(places),
      quote: () => quoteWork(places, app.get(PostageQuotes, { strict: false })),
    };
    const lines: JobLine[] = [];
    for (const job of jobs) {
      const work = works[job]();
      await workFor(work, warmup);
      lines.push(jobLine(job, 0, 1, await workFor(work, seconds), NO_LIMIT));
    }
    return lines;
  } finally {
    await app.close();
  }
}

function communesOf(places: Places): { code: string; provinceCode: string }[] {
  return places.provinces().flatMap(({ code }) => places.communes(code));
}

function pathWork(places: Places): () => void {
  const { offices, legs } = simulatedNation(communesOf(places), (code) => places.neighbours(code));
  const map = networkMap(legs);
  const random = new Random(PATH_JOB);
  return () => {
    const at = new Date(Date.UTC(2026, 10, 16) + random.below(WEEK_MINUTES) * 60_000);
    if (!pathBetween(map, random.pick(offices).id, random.pick(offices).id, at))
      throw new Error('no way between two offices of the nation');
  };
}

function quoteWork(places: Places, quotes: PostageQuotes): () => Promise<void> {
  const communes = communesOf(places);
  const random = new Random(QUOTE_JOB);
  return async () => {
    const way = { fromCommuneCode: random.pick(communes).code, toProvinceCode: random.pick(communes).provinceCode };
    const parcel = {
      weightGrams: 1 + random.below(20_000),
      codVnd: random.below(2) * 150_000,
      declaredValueVnd: random.below(2) * 500_000,
    };
    const { status } = await quotes.quote({ ...way, ...parcel });
    if (status !== 'quoted') throw new Error('no quote');
  };
}

async function workFor(work: () => unknown, seconds: number): Promise<Run> {
  const times: number[] = [];
  const run: Run = { times: NO_LIMIT.times, errors: 0, seconds };
  const begin = performance.now();
  for (let last = begin; last - begin < seconds * 1000;) {
    try {
      await work();
    } catch (error) {
      run.errors += 1;
      run.firstError ??= String(error);
    }
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  return { ...run, times: Float64Array.from(times), seconds: (performance.now() - begin) / 1000 };
}
