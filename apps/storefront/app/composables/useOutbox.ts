import type { DeskProduct } from '~/types/desk';
import type { DraftTexts, ProductDraft } from '~/types/draft';

/** Answers after which trying again later may help: no network, a busy or a broken server. Sign-in is the person's to renew. */
const helpsLater = (status: number) => status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
const DAY_MS = 86_400_000;

/**
 * Drafts of products on this device and their way to the server, in the order they were begun. One browser tab sends at a time.
 * What is shown is shared by every part of the page; the truth is in {@link DraftStore}.
 */
export function useOutbox() {
  const { me, settled } = useShell();
  const api = useApi();
  const drafts = useState<ProductDraft[]>('outbox', () => []);
  /** Products that left here while the page was open, by id: what the server made of them. */
  const sent = useState<Record<string, DeskProduct>>('outbox-sent', () => ({}));
  const store = new DraftStore();

  /** Reads the account's drafts; those sent long ago are put away. */
  async function load(): Promise<void> {
    await settled();
    const all = me.value ? await store.of(me.value.id) : [];
    const old = all.filter(({ state, createdAt }) => state === 'sent' && createdAt < Date.now() - DAY_MS);
    for (const { id } of old) await store.remove(id);
    drafts.value = all.filter((draft) => !old.includes(draft));
  }

  /** Keeps a draft's texts and state as they are now. */
  async function keep(draft: ProductDraft): Promise<void> {
    const { photo, ...texts } = draft;
    // What Vue wraps around an object cannot be stored.
    const plain = JSON.parse(JSON.stringify(texts)) as DraftTexts;
    const others = drafts.value.filter(({ id }) => id !== draft.id);
    drafts.value = [...others, { ...plain, photo }].sort((a, b) => a.createdAt - b.createdAt);
    await store.putTexts(plain);
  }

  async function keepPhoto(draft: ProductDraft, photo: Blob): Promise<void> {
    await store.putPhoto(draft.id, photo);
    await keep({ ...draft, photo });
  }

  async function drop(id: string): Promise<void> {
    drafts.value = drafts.value.filter((draft) => draft.id !== id);
    await store.remove(id);
  }

  /** Sends what waits. Stops where the network or the server is the trouble; a draft that is refused does not hold up the next. */
  async function flush(): Promise<void> {
    await oneTabAtATime('choxa-outbox', async () => {
      for (let next = await first(); next; next = await first()) if (!(await send(next))) return;
    });
  }

  /** The oldest that is still to be sent; one whose sending broke off is sent again from its start. */
  async function first(): Promise<ProductDraft | undefined> {
    await load();
    return drafts.value.find(({ state }) => state === 'waiting' || state === 'sending');
  }

  async function send(draft: ProductDraft): Promise<boolean> {
    await keep({ ...draft, state: 'sending', tried: true, problem: null });
    try {
      const product = await sendDraft(api, draft);
      sent.value = { ...sent.value, [draft.id]: product };
      await store.removePhoto(draft.id);
      await keep({ ...draft, state: 'sent', problem: null });
      return true;
    } catch (failure) {
      const problem = problemOf(failure);
      const later = helpsLater(problem.status);
      await keep({ ...draft, state: later ? 'waiting' : 'refused', tried: true, problem });
      return !later;
    }
  }

  return { drafts, sent, load, keep, keepPhoto, drop, flush };
}
