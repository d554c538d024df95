import type { Problem } from '~/types/api';

export type ResourceState = 'loading' | 'failed' | 'missing' | 'empty' | 'data';

interface Options<T> {
  /** Whether an answer counts as empty; by default a list without entries. */
  empty?: (data: T) => boolean;
  watch?: (() => unknown)[];
}

/**
 * One thing a page shows, with the five states it can be in. A failed request is never taken for an empty answer, and
 * on the server it also becomes the page's HTTP status (`pageStatus`).
 */
export function useResource<T>(key: string | (() => string), load: () => Promise<T>, options: Options<T> = {}) {
  const event = useRequestEvent();
  const { data, error, status, refresh } = useAsyncData<T>(
    key,
    async () => {
      try {
        return await load();
      } catch (failure) {
        if (event) event.node.res.statusCode = pageStatus(problemOf(failure));
        throw failure;
      }
    },
    { lazy: true, watch: options.watch },
  );
  const isEmpty =
    options.empty ?? ((answer: T) => Array.isArray((answer as { data?: unknown[] })?.data) && !(answer as { data: unknown[] }).data.length);
  const problem = computed<Problem | null>(() => (error.value ? problemOf(error.value) : null));
  const state = computed<ResourceState>(() => {
    if (problem.value) return isMissing(problem.value) ? 'missing' : 'failed';
    if (status.value === 'pending' || status.value === 'idle' || data.value === undefined)
      return data.value === undefined ? 'loading' : 'data';
    return isEmpty(data.value as T) ? 'empty' : 'data';
  });
  return reactive({ data, problem, state, retry: () => refresh() });
}
