import type { Cart, Listed, Me, Province } from '~/types/api';

interface Visitor {
  me: Me | null;
  cartCount: number;
}

/**
 * What the frame of every page knows: the provinces, who is signed in, how many things lie in the cart. None of it may break a page. A page for
 * everybody is rendered without its visitor, about whom the browser asks afterwards; until then `visitor` is undefined.
 */
export function useShell() {
  const api = useApi();
  const event = useRequestEvent();
  const route = useRoute();

  const places = useAsyncData(
    'provinces',
    async () =>
      (await quietly(() =>
        api<Listed<Province>>('/places/provinces').then(({ data }) => data.map(({ code, name }) => ({ code, name }))),
      )) ?? [],
    { default: () => [] as { code: string; name: string }[], dedupe: 'defer', getCachedData: kept },
  );

  const visitor = useAsyncData<Visitor>(
    'visitor',
    async () => {
      if (import.meta.server && !event?.node.req.headers.cookie) return { me: null, cartCount: 0 };
      // The desks' worker keeps the API's own answers for days without a network.
      if (import.meta.client && !deskAreaOf(route.path))
        return (await quietly(() => $fetch<Visitor>('/gui/khach'))) ?? { me: null, cartCount: 0 };
      const [me, cart] = await Promise.all([
        quietly(() => api<Me>('/me')),
        quietly(() => api<Cart>('/cart').then((answer) => answer.count)),
      ]);
      return { me, cartCount: cart ?? 0 };
    },
    { server: !event?.context.publicPage, dedupe: 'defer', getCachedData: kept },
  );

  return {
    provinces: computed(() => places.data.value),
    visitor: computed(() => visitor.data.value),
    me: computed(() => visitor.data.value?.me ?? null),
    cartCount: computed(() => visitor.data.value?.cartCount ?? 0),
    refresh: visitor.refresh,
    /** Resolves when all of it was asked for. */
    settled: async () => void (await Promise.all([places, visitor])),
  };
}

/** Kept from page to page, but asked for anew when somebody refreshes. */
function kept<T>(key: string, nuxt: ReturnType<typeof useNuxtApp>, { cause }: { cause: string }): T | undefined {
  return cause === 'refresh:manual' ? undefined : (nuxt.payload.data[key] as T | undefined);
}

async function quietly<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch {
    return null;
  }
}
