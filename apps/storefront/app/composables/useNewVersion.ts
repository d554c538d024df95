/** Whether a newer build of this desk waits on the device, and how to change to it. What waits to be sent outlives the change. */
export function useNewVersion() {
  const waits = ref<ServiceWorker | null>(null);

  function watchFor({ installing }: ServiceWorkerRegistration): void {
    installing?.addEventListener('statechange', () => {
      // The first worker of a device replaces none.
      if (installing.state === 'installed' && navigator.serviceWorker.controller) waits.value = installing;
    });
  }
  onMounted(async () => {
    const found = await navigator.serviceWorker?.getRegistration();
    if (!found) return;
    waits.value = found.waiting;
    watchFor(found);
    found.addEventListener('updatefound', () => watchFor(found));
  });

  function change(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waits.value?.postMessage('take-over');
  }
  return { newVersion: computed(() => Boolean(waits.value)), change };
}
