import { fold } from '@choxa/standards';
import { Failure } from '../failure.js';
import { pathsOf, type Goods, type JobName } from './jobs.js';

/**
 * Before anything is measured: API and limit give the same bytes, and the searches find coffee, with and without accents.
 *
 * @throws Failure naming the first path that is wrong
 */
export async function checkAnswers(jobs: readonly JobName[], goods: Goods, apiOrigin: string, limitOrigin: string): Promise<void> {
  for (const job of jobs) {
    for (const path of (pathsOf(job, goods) ?? []).slice(0, 5)) {
      const [own, limit] = await Promise.all([textOf(apiOrigin + path), textOf(limitOrigin + path)]);
      if (own !== limit) throw wrong(path, 'API ≠ limit');
      if (job === 'detail') continue;
      const { data } = JSON.parse(own) as { data: { name: string }[] };
      if (!data.length) throw wrong(path, 'nothing found');
      const other =
        job === 'search-plain' || job === 'search-accents' ? data.find((item) => !fold(item.name).includes('ca phe')) : undefined;
      if (other) throw wrong(path, other.name);
    }
  }
}

async function textOf(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  if (response.status !== 200) throw wrong(url, `${response.status} ${text.slice(0, 200)}`);
  return text;
}

function wrong(path: string, what: string): Failure {
  return new Failure(`Trả lời sai ở ${decodeURIComponent(path)}: ${what}`, `Wrong answer at ${decodeURIComponent(path)}: ${what}`);
}
