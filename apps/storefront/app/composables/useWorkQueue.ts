import type { Me } from '~/types/api';
import type { WorkResult } from '~/types/post-work';
import type { KeptWork } from '~/utils/post-store';

/** Answers after which trying again later may help: no network, a busy or a broken server. Sign-in is the person's to renew. */
const helpsLater = (status: number) => status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
/** So long somebody waits to see what became of what they did; it goes on being sent meanwhile. */
const PATIENCE_MS = 10_000;

interface Ways<Kind extends KeptWork['kind'], Work> {
  /** Of its state. */
  name: string;
  kinds: readonly Kind[];
  /** What goes next in one go. */
  next: (waiting: readonly Work[]) => Work[];
  /** Sends it under its ids, so that sending again does no harm. Throws what the API throws. */
  send: (works: Work[]) => Promise<WorkResult[]>;
  /** Codes after which nothing goes until somebody has put it right. */
  troubles?: readonly string[];
  /** Is called with the account whenever what it has is read. */
  loaded?: (accountId: string) => Promise<void>;
}

/**
 * What was done on this device and its way to the server, in the sequence in which it was done. One browser tab sends at a time. What the device
 * had no room to keep stays in this page alone, and is sent first.
 */
export function useWorkQueue<Kind extends KeptWork['kind'], Work extends Extract<KeptWork, { kind: Kind }>>(ways: Ways<Kind, Work>) {
  const { me, settled } = useShell();
  const api = useApi();
  const store = new PostStore();
  const { name, troubles = [] } = ways;
  const kept = useState<Work[]>(`${name}-queue`, () => []);
  /** What could not be written down: lost with the page. */
  const unkept = useState<Work[]>(`${name}-queue-unkept`, () => []);
  /** Why nothing may be sent from here: one of `troubles`, `signed-out` or `other-account`; empty when it may. */
  const trouble = useState(`${name}-trouble`, () => '');
  /** What somebody looks at while it is being sent. */
  const attended = useState<string[]>(`${name}-attended`, () => []);
  const results = useState<Record<string, WorkResult>>(`${name}-results`, () => ({}));

  async function load(): Promise<void> {
    await settled();
    if (!me.value) return;
    kept.value = (await store.of(me.value.id, ways.kinds)) as Work[];
    await ways.loaded?.(me.value.id);
  }

  /** What every work begins with: whose it is, and that it waits. */
  function fresh(id: string) {
    return { id, accountId: me.value!.id, state: 'waiting' as const, code: '', detail: '' };
  }

  /** Whoever did it stands here: a refusal is told to them at once, so it need not wait among what was refused. Null where it waits on this device. */
  async function doNow(work: Work): Promise<WorkResult | null> {
    attended.value = [...attended.value, work.id];
    try {
      await add(work);
      if (navigator.onLine) await Promise.race([flush(), new Promise((over) => setTimeout(over, PATIENCE_MS))]);
      const result = results.value[work.id] ?? null;
      if (result?.outcome === 'rejected') await drop(work.id);
      return result;
    } finally {
      attended.value = attended.value.filter((id) => id !== work.id);
    }
  }

  async function add(work: Work): Promise<void> {
    try {
      const written = await store.add(work);
      kept.value = [...kept.value.filter(({ id }) => id !== work.id), written];
    } catch {
      unkept.value = [...unkept.value, work];
    }
  }

  /** Sends what waits. Stops where the network, the server or this device is the trouble. */
  async function flush(): Promise<void> {
    if (troubles.includes(trouble.value)) return;
    const sendAll = async () => {
      await load();
      if (!pending.value.length || !(await isOwn())) return;
      for (let works = ways.next(pending.value); works.length; works = ways.next(pending.value)) if (!(await send(works))) return;
    };
    await oneTabAtATime(`choxa-${name}-queue`, sendAll, { wait: true });
  }

  /** Whether this browser is still signed in as whose work this page shows: on a shared phone another tab may have changed that. */
  async function isOwn(): Promise<boolean> {
    try {
      const own = (await api<Me>('/me')).id === me.value?.id;
      trouble.value = own ? '' : 'other-account';
      return own;
    } catch (failure) {
      if (problemOf(failure).status === 401) trouble.value = 'signed-out';
      return false;
    }
  }

  async function send(works: Work[]): Promise<boolean> {
    try {
      const answered = await ways.send(works);
      await settle(works, answered);
      return answered.length > 0;
    } catch (failure) {
      const { status, code, detail, title } = problemOf(failure);
      if (troubles.includes(code)) trouble.value = code;
      else if (status === 401) trouble.value = 'signed-out';
      if (trouble.value || helpsLater(status)) return false;
      await settle(
        works,
        works.map(({ id }) => ({ id, outcome: 'rejected', code, detail: detail ?? title })),
      );
      return true;
    }
  }

  /** What was taken leaves this device; what was refused stays with its reason. */
  async function settle(works: Work[], answered: WorkResult[]): Promise<void> {
    const byId = new Map(answered.map((result) => [result.id, result]));
    const left = new Map<string, Work>();
    for (const work of works) {
      const result = byId.get(work.id);
      if (result?.outcome !== 'rejected') continue;
      const refused: Work = { ...work, state: 'refused', code: result.code ?? '', detail: result.detail ?? '' };
      left.set(work.id, refused);
      if (refused.seq !== undefined) await store.put(refused);
    }
    await store.remove(seqsOf(works.filter(({ id }) => byId.has(id) && !left.has(id))));
    unkept.value = unkept.value.filter(({ id }) => !byId.has(id));
    kept.value = kept.value.filter(({ id }) => !byId.has(id) || left.has(id)).map((work) => left.get(work.id) ?? work);
    results.value = { ...results.value, ...Object.fromEntries(byId) };
  }

  /** What was refused was seen by its maker and is put away. */
  async function drop(id: string): Promise<void> {
    await store.remove(seqsOf(kept.value.filter((work) => work.id === id)));
    kept.value = kept.value.filter((work) => work.id !== id);
  }

  /** What was refused is to be tried once more, for what stood in its way is gone. */
  async function again(work: Work): Promise<void> {
    const waits: Work = { ...work, state: 'waiting', code: '', detail: '' };
    await store.put(waits);
    kept.value = kept.value.map((one) => (one.id === work.id ? waits : one));
  }

  const pending = computed(() => [...unkept.value, ...kept.value.filter(({ state }) => state === 'waiting')] as Work[]);
  const waiting = computed(() => pending.value.length);
  const refused = computed(() => kept.value.filter(({ id, state }) => state === 'refused' && !attended.value.includes(id)) as Work[]);
  return { pending, waiting, refused, unkept, trouble, results, attended, store, load, fresh, add, doNow, flush, drop, again };
}

function seqsOf(works: readonly { seq?: number }[]): number[] {
  return works.flatMap(({ seq }) => (seq === undefined ? [] : [seq]));
}
