const WARMED = 'choxa-warmed';
const POST_BASICS = ['/me', '/places/provinces', '/post/offices', '/post/failure-reasons'];

/** Makes a desk work without a network from now on: registers its worker, and lets it see the answers the first pages need. */
export function useDeskWorker() {
  const api = useApi();
  const localePath = useLocalePath();
  const { id: household } = useOwnHousehold();

  async function start(): Promise<void> {
    if (!(await register('/ban-hang')) || sessionStorage.getItem(WARMED) === household.value || !household.value) return;
    // First who one is: the worker forgets what it knew of another account.
    await ask(['/me', ...answersToKeep(household.value)]);
    sessionStorage.setItem(WARMED, household.value);
  }

  /** The same for the desk of the post. */
  async function startAtPost(): Promise<void> {
    if (!(await register('/buu-cuc')) || sessionStorage.getItem(WARMED) === 'post') return;
    await ask(POST_BASICS);
    sessionStorage.setItem(WARMED, 'post');
  }

  /** The same for officials who go and inspect. */
  async function startAtAudit(): Promise<void> {
    if (!(await register('/giam-sat')) || sessionStorage.getItem(WARMED) === 'audit') return;
    await ask(['/me', '/places/provinces']);
    sessionStorage.setItem(WARMED, 'audit');
  }

  /** Has the worker keep these answers for when there is no network. What the server wrote into a page never passed through it. */
  async function keep(paths: string[]): Promise<void> {
    if (import.meta.dev || !('serviceWorker' in navigator) || !navigator.onLine) return;
    await controlled();
    await ask(paths);
  }

  async function register(area: string): Promise<boolean> {
    if (import.meta.dev || !('serviceWorker' in navigator)) return false;
    await navigator.serviceWorker.register('/sw.js', { scope: localePath(area) });
    await controlled();
    return true;
  }

  async function ask(paths: string[]): Promise<void> {
    for (const path of paths) await api(path).catch(() => undefined);
  }

  return { start, startAtPost, startAtAudit, keep };
}

/** Resolves when this page's requests pass through the worker. */
async function controlled(): Promise<void> {
  if (navigator.serviceWorker.controller) return;
  await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
}
