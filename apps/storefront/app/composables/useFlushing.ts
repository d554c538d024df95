const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/**
 * Sends what waits on this device when it can: at once when something is added, when the network comes back, when the page is seen again; else
 * ever more rarely. Answers whether there is a network.
 */
export function useFlushing(waiting: Ref<number>, { load, flush }: { load: () => Promise<void>; flush: () => Promise<void> }) {
  const online = ref(true);
  let waitMs = FIRST_WAIT_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function tryNow(): Promise<void> {
    clearTimeout(timer);
    online.value = navigator.onLine;
    if (!online.value || document.visibilityState !== 'visible') return;
    await flush();
    if (!waiting.value) return;
    // Browsers say "online" before anything gets through: asked again soon, then ever more rarely.
    timer = setTimeout(tryNow, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }
  function tryAnew(): void {
    waitMs = FIRST_WAIT_MS;
    void tryNow();
  }
  // What was finished without sending it through is taken up here.
  watch(waiting, (count, before) => count > before && tryAnew());
  onMounted(async () => {
    for (const event of ['online', 'offline']) window.addEventListener(event, tryAnew);
    document.addEventListener('visibilitychange', tryAnew);
    await load();
    await tryNow();
  });
  onBeforeUnmount(() => {
    for (const event of ['online', 'offline']) window.removeEventListener(event, tryAnew);
    document.removeEventListener('visibilitychange', tryAnew);
    clearTimeout(timer);
  });
  return { online, tryAnew };
}
