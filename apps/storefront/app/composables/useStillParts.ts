/**
 * Says that a field of an answer is shown only by parts that never become alive: such a part stays as the server wrote it, so the browser is not
 * sent the same once more as data. There the field is missing until the page asks anew.
 *
 * @param key the one the answer is kept under by `useResource`
 */
export function useStillParts(key: () => string, field: string): void {
  if (import.meta.client) return;
  const nuxt = useNuxtApp();
  nuxt.hook('app:rendered', () => {
    const { [field]: _still, ...alive } = (nuxt.payload.data[key()] ?? {}) as Record<string, unknown>;
    if (_still) nuxt.payload.data[key()] = alive;
  });
}
