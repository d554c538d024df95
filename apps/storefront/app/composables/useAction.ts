import type { Problem } from '~/types/api';

/**
 * Something a person starts with a button: whether it is under way and what went wrong the last time. While it runs, a
 * second tap does nothing.
 */
export function useAction<Given extends unknown[], T>(work: (...given: Given) => Promise<T>) {
  const busy = ref(false);
  const problem = ref<Problem | null>(null);
  /** What `work` answered, or undefined when it failed or was already running. */
  async function run(...given: Given): Promise<T | undefined> {
    if (busy.value) return undefined;
    busy.value = true;
    problem.value = null;
    try {
      return await work(...given);
    } catch (failure) {
      problem.value = problemOf(failure);
      return undefined;
    } finally {
      busy.value = false;
    }
  }
  return reactive({ busy, problem, run });
}
