/**
 * What the visitor likes. An account's favourites are asked once a visit, a guest's lie in this browser. Nothing is asked or read while a page is
 * rendered on the server, and a guest's browser asks nobody.
 */
export function useFavourites() {
  /** Ids of all of them; null until they are known. */
  const liked = useState<string[] | null>('favourites', () => null);
  if (import.meta.server) return { liked };
  const api = useApi();
  const { visitor, me } = useShell();

  // Only once it is known who is here is it known whose they are; and not before the page has become alive as the server wrote it.
  onMounted(() => watch(visitor, (known) => known && load(), { immediate: true }));
  async function load(): Promise<void> {
    if (liked.value) return;
    liked.value = me.value ? [] : guestFavourites();
    if (!me.value) return;
    const kept = await api<{ data: string[] }>('/account/favourites/packs').catch(() => null);
    if (kept) liked.value = kept.data;
  }

  return { liked };
}

/** Whether the visitor likes a pack, and a way to change that. */
export function useFavourite(packId: () => string) {
  const api = useApi();
  const { me } = useShell();
  const { liked } = useFavourites();
  const likes = computed(() => liked.value?.includes(packId()) ?? false);

  const toggle = useAction(async () => {
    const before = liked.value ?? [];
    const after = likes.value ? before.filter((one) => one !== packId()) : [packId(), ...before];
    if (!me.value) keepGuestFavourites(after);
    else if (likes.value) await api(`/account/favourites/${packId()}`, { method: 'DELETE' });
    else await api('/account/favourites', { method: 'POST', body: { packs: [{ packId: packId() }] } });
    liked.value = after;
  });

  return { me, likes, toggle };
}
