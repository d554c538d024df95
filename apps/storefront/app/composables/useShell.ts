import type { Cart, Listed, Me, Province } from '~/types/api';

/** What the frame of every page knows: the provinces, who is signed in, how many things lie in the cart. None of it may break a page. */
export function useShell() {
  const api = useApi();
  const event = useRequestEvent();
  const hasCookies = () => (import.meta.server ? Boolean(event?.node.req.headers.cookie) : true);

  const shell = useAsyncData(
    'shell',
    async () => {
      const [provinces, me, cart] = await Promise.all([
        quietly(() => api<Listed<Province>>('/places/provinces').then((answer) => answer.data.map(({ code, name }) => ({ code, name })))),
        hasCookies() ? quietly(() => api<Me>('/me')) : null,
        hasCookies() ? quietly(() => api<Cart>('/cart').then((answer) => answer.count)) : null,
      ]);
      return { provinces: provinces ?? [], me, cartCount: cart ?? 0 };
    },
    {
      default: () => ({ provinces: [] as { code: string; name: string }[], me: null as Me | null, cartCount: 0 }),
      dedupe: 'defer',
      // Kept from page to page, but asked for anew when somebody refreshes.
      getCachedData: (key, nuxt, { cause }) => (cause === 'refresh:manual' ? undefined : nuxt.payload.data[key]),
    },
  );
  return {
    provinces: computed(() => shell.data.value.provinces),
    me: computed(() => shell.data.value.me),
    cartCount: computed(() => shell.data.value.cartCount),
    refresh: shell.refresh,
    /** Resolves when all of it was asked for. */
    settled: async () => void (await shell),
  };
}

async function quietly<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch {
    return null;
  }
}
