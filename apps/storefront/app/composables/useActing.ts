import type { Duty } from '~/types/desk';

/** A clerk begins or stops to act for a household. Afterwards the whole page comes anew: nothing of the one may stand beside the other. */
export function useActing() {
  const api = useApi();
  const localePath = useLocalePath();
  return {
    begin: useAction(async ({ id, duties }: { id: string; duties: readonly Duty[] }) => {
      await api('/sessions/current/acting', { method: 'PUT', body: { delegationId: id } });
      reloadNuxtApp({ path: localePath(firstPageOf(duties)), force: true });
    }),
    stop: useAction(async () => {
      await api('/sessions/current/acting', { method: 'DELETE' });
      reloadNuxtApp({ path: localePath('/buu-cuc/lam-thay'), force: true });
    }),
  };
}
