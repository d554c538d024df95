interface Options {
  /** Wait for the tab that is at it, instead of leaving the work to it. */
  wait?: boolean;
}

/** Runs `work` in one tab of this browser at a time. Where the browser has no locks, sending twice does no harm either. */
export async function oneTabAtATime(lockName: string, work: () => Promise<void>, { wait = false }: Options = {}): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(lockName, { ifAvailable: !wait }, async (lock) => {
    if (lock) await work();
  });
}
