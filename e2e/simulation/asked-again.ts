import { Problem } from '@choxa/platform';
import type { HttpAnswer } from '@choxa/testing';

/** A busy post is asked so often at most. */
const MOST_TRIES = 8;

/** A post that is too busy is asked again with the same key, as devices do. A refusal is an answer. */
export async function untilAnswered<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem || tries === MOST_TRIES) throw error;
    }
}

/** The same over HTTP, where a busy post says so. */
export async function untilServed(ask: () => Promise<HttpAnswer>): Promise<HttpAnswer> {
  let answer = await ask();
  for (let tries = 1; answer.status === 503 && tries < MOST_TRIES; tries += 1) answer = await ask();
  return answer;
}
