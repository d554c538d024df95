const WARMED = 'choxa-warmed';

/** Makes the household desk work without a network from now on: registers its worker, and lets it see the answers the first pages need. */
export function useDeskWorker() {
  const api = useApi();
  const localePath = useLocalePath();
  const { id: household } = useOwnHousehold();

  async function start(): Promise<void> {
    if (import.meta.dev || !('serviceWorker' in navigator)) return;
    await navigator.serviceWorker.register('/sw.js', { scope: localePath('/ban-hang') });
    await controlled();
    if (sessionStorage.getItem(WARMED) === household.value || !household.value) return;
    // First who one is: the worker forgets what it knew of another account.
    await api('/me');
    for (const path of answersToKeep(household.value)) await api(path).catch(() => undefined);
    sessionStorage.setItem(WARMED, household.value);
  }

  /** The same for the post's scanning page, with its own answers. */
  async function startAtPost(): Promise<void> {
    if (import.meta.dev || !('serviceWorker' in navigator)) return;
    await navigator.serviceWorker.register('/sw.js', { scope: localePath('/buu-cuc') });
    await controlled();
    if (sessionStorage.getItem(WARMED) === 'post') return;
    for (const path of ['/me', '/places/provinces', '/post/offices']) await api(path).catch(() => undefined);
    sessionStorage.setItem(WARMED, 'post');
  }

  return { start, startAtPost };
}

/** Resolves when this page's requests pass through the worker. */
async function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) return;
  await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
}
