import type { H3Event } from 'h3';

const ASK_WITHIN_MS = 10_000;

/** Asks the API for what everybody may read, in nobody's name. Throws a 502 page where nothing whole comes. */
export async function publicApi<T>(event: H3Event, path: string): Promise<T> {
  const answer = await fetch(`${useRuntimeConfig(event).apiUrl}/api/v1${path}`, { signal: AbortSignal.timeout(ASK_WITHIN_MS) }).catch(
    () => null,
  );
  if (!answer?.ok) throw createError({ statusCode: answer?.status === 400 ? 404 : 502 });
  return (await answer.json()) as T;
}
