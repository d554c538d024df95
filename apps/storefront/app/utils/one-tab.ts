/** Runs `work` unless a tab of this browser is already at it. Where the browser has no locks, sending twice does no harm either. */
export async function oneTabAtATime(lockName: string, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}
