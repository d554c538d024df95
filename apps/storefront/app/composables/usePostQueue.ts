import type { ParcelEventCode } from '@choxa/standards';
import type { Me } from '~/types/api';
import type { DeliveryBody, OwnDevice, QueuedScan, QueuedWork, ScanBody, WorkResult } from '~/types/post-work';

/** Answers after which trying again later may help: no network, a busy or a broken server. Sign-in is the person's to renew. */
const helpsLater = (status: number) => status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
const DEVICE_TROUBLES = ['device.revoked', 'device.locked', 'device.unknown', 'device.pin-locked'];
/** So long somebody waits to see what became of what they did; it goes on being sent meanwhile. */
const PATIENCE_MS = 10_000;

/**
 * What was done on this device, scans and deliveries, and its way to the server, in the sequence in which it was done. One browser tab sends at a
 * time. What the device had no room to keep stays in this page alone, and is sent first.
 */
export function usePostQueue() {
  const { me, settled } = useShell();
  const api = useApi();
  const store = new PostStore();
  const kept = useState<QueuedWork[]>('post-queue', () => []);
  /** What could not be written down: lost with the page. */
  const unkept = useState<QueuedWork[]>('post-queue-unkept', () => []);
  const device = useState<OwnDevice | null>('post-device', () => null);
  /** Why nothing may be sent from here: a code of the device's, `signed-out` or `other-account`; empty when it may. */
  const trouble = useState('post-trouble', () => '');
  /** What somebody looks at while it is being sent. */
  const attended = useState<string[]>('post-attended', () => []);
  const results = useState<Record<string, WorkResult>>('post-results', () => ({}));

  async function load(): Promise<void> {
    await settled();
    if (!me.value) return;
    kept.value = await store.of(me.value.id);
    device.value = (await store.device(me.value.id)) ?? null;
  }

  /** Writes a scan down and answers its id: the next parcel does not wait. */
  async function addScan(parcel: string, code: ParcelEventCode, office: string): Promise<string> {
    const scan = scanOf(parcel, code, office);
    await add(scan);
    return scan.id;
  }

  /** Records a failed attempt and answers what became of it; null where it waits on this device. */
  function failNow(parcel: string, office: string, why: Pick<ScanBody, 'reason' | 'nextAction'>): Promise<WorkResult | null> {
    return doNow(scanOf(parcel, 'EMH', office, why));
  }

  /** Records a delivery with its picture and answers what became of it; null where it waits on this device. */
  function deliverNow(parcel: string, body: Omit<DeliveryBody, 'deliveredAt'>, picture: Blob | null): Promise<WorkResult | null> {
    // Pictures take room: the browser is asked not to clear them away when room is short.
    void navigator.storage?.persist?.();
    const delivered = { ...body, deliveredAt: new Date().toISOString() };
    return doNow({ ...fresh(newUuid()), kind: 'delivery', parcel, body: delivered, picture });
  }

  function scanOf(parcel: string, code: ParcelEventCode, office: string, why: Pick<ScanBody, 'reason' | 'nextAction'> = {}): QueuedScan {
    const id = newUuid();
    const body = { id, parcel, code, eventTime: new Date().toISOString(), device: device.value?.id ?? 'web', office, ...why };
    return { ...fresh(id), kind: 'scan', body };
  }

  function fresh(id: string) {
    return { id, accountId: me.value!.id, state: 'waiting' as const, code: '', detail: '' };
  }

  /** Whoever did it stands here: a refusal is told to them at once, so it need not wait among what was refused. */
  async function doNow(work: QueuedWork): Promise<WorkResult | null> {
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

  async function add(work: QueuedWork): Promise<void> {
    try {
      const written = await store.add(work);
      kept.value = [...kept.value.filter(({ id }) => id !== work.id), written];
    } catch {
      unkept.value = [...unkept.value, work];
    }
  }

  /** Sends what waits. Stops where the network, the server or this device is the trouble. */
  async function flush(): Promise<void> {
    if (DEVICE_TROUBLES.includes(trouble.value)) return;
    const sendAll = async () => {
      await load();
      if (!pending.value.length || !(await isOwn())) return;
      for (let works = nextToSend(pending.value); works.length; works = nextToSend(pending.value)) if (!(await send(works))) return;
    };
    await oneTabAtATime('choxa-scan-queue', sendAll, { wait: true });
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

  async function send(works: QueuedWork[]): Promise<boolean> {
    try {
      const answered = await sendWork(api, works, device.value?.key ?? null, new Date());
      await settle(works, answered);
      return answered.length > 0;
    } catch (failure) {
      const { status, code, detail, title } = problemOf(failure);
      if (DEVICE_TROUBLES.includes(code)) trouble.value = code;
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
  async function settle(works: QueuedWork[], answered: WorkResult[]): Promise<void> {
    const byId = new Map(answered.map((result) => [result.id, result]));
    const left = new Map<string, QueuedWork>();
    for (const work of works) {
      const result = byId.get(work.id);
      if (result?.outcome !== 'rejected') continue;
      const refused: QueuedWork = { ...work, state: 'refused', code: result.code ?? '', detail: result.detail ?? '' };
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
  async function again(work: QueuedWork): Promise<void> {
    const waits: QueuedWork = { ...work, state: 'waiting', code: '', detail: '' };
    await store.put(waits);
    kept.value = kept.value.map((one) => (one.id === work.id ? waits : one));
  }

  async function bind(own: OwnDevice | null): Promise<void> {
    if (own) await store.keepDevice(own);
    else if (me.value) await store.dropDevice(me.value.id);
    device.value = own;
    trouble.value = '';
  }

  const pending = computed(() => [...unkept.value, ...kept.value.filter(({ state }) => state === 'waiting')]);
  const waiting = computed(() => pending.value.length);
  const refused = computed(() => kept.value.filter(({ id, state }) => state === 'refused' && !attended.value.includes(id)));
  /** The last visit to a recipient that waits: a delivery or a failed attempt. */
  const visitOf = (number: string) =>
    pending.value
      .filter(({ id }) => !attended.value.includes(id))
      .findLast((work) => (work.kind === 'delivery' ? work.parcel === number : work.body.parcel === number && work.body.code === 'EMH'));
  return {
    ...{ waiting, refused, unkept, device, trouble, results },
    ...{ load, addScan, failNow, deliverNow, flush, visitOf, drop, again, bind },
  };
}

function seqsOf(works: QueuedWork[]): number[] {
  return works.flatMap(({ seq }) => (seq === undefined ? [] : [seq]));
}
