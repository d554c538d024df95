import type { ParcelEventCode } from '@choxa/standards';
import type { ScanResult } from '~/types/desk';
import type { OwnDevice, QueuedScan } from '~/types/scan';

/** Answers after which trying again later may help: no network, a busy or a broken server. Sign-in is the person's to renew. */
const helpsLater = (status: number) => status === 0 || status === 401 || status === 408 || status === 429 || status >= 500;
const DEVICE_TROUBLES = ['device.revoked', 'device.locked', 'device.unknown', 'device.pin-locked'];

/**
 * Scans made on this device and their way to the server, in the sequence in which they were made. One browser tab sends at a time. What the
 * device had no room to keep stays in this page alone, and is sent first.
 */
export function useScanQueue() {
  const { me, settled } = useShell();
  const api = useApi();
  const store = new ScanStore();
  const kept = useState<QueuedScan[]>('scan-queue', () => []);
  /** What could not be written down: lost with the page. */
  const unkept = useState<QueuedScan[]>('scan-queue-unkept', () => []);
  const device = useState<OwnDevice | null>('scan-device', () => null);
  /** Why this device may not send: its code, empty when it may. */
  const trouble = useState('scan-trouble', () => '');
  const signedOut = useState('scan-signed-out', () => false);
  const results = useState<Record<string, ScanResult>>('scan-results', () => ({}));

  async function load(): Promise<void> {
    await settled();
    if (!me.value) return;
    kept.value = await store.of(me.value.id);
    device.value = (await store.device(me.value.id)) ?? null;
  }

  /** Writes a scan down and answers its id. */
  async function add(parcel: string, code: ParcelEventCode, office: string): Promise<string> {
    const id = newUuid();
    const body = { id, parcel, code, eventTime: new Date().toISOString(), device: device.value?.id ?? 'web', office };
    const scan: QueuedScan = { id, accountId: me.value!.id, kind: 'scan', body, photos: [], state: 'waiting', detail: '' };
    try {
      kept.value = [...kept.value, await store.add(scan)];
    } catch {
      unkept.value = [...unkept.value, scan];
    }
    return id;
  }

  /** Sends what waits. Stops where the network, the server or this device is the trouble. */
  async function flush(): Promise<void> {
    if (trouble.value) return;
    await oneTabAtATime('choxa-scan-queue', async () => {
      await load();
      for (let batch = next(); batch.length; batch = next()) if (!(await send(batch))) return;
    });
  }

  function next(): QueuedScan[] {
    return [...unkept.value, ...kept.value.filter(({ state }) => state === 'waiting')].slice(0, SCANS_AT_ONCE);
  }

  async function send(batch: QueuedScan[]): Promise<boolean> {
    try {
      const { done, refused, results: answered } = await sendScans(api, batch, device.value?.key ?? null, new Date());
      signedOut.value = false;
      results.value = { ...results.value, ...Object.fromEntries(answered.map((result) => [result.id, result])) };
      await settle(done, refused);
      return done.length + refused.length > 0;
    } catch (failure) {
      const problem = problemOf(failure);
      if (DEVICE_TROUBLES.includes(problem.code)) trouble.value = problem.code;
      signedOut.value = problem.status === 401;
      if (trouble.value || helpsLater(problem.status)) return false;
      await settle(
        [],
        batch.map((scan) => ({ ...scan, state: 'refused' as const, detail: problem.detail ?? problem.title })),
      );
      return true;
    }
  }

  async function settle(done: QueuedScan[], refused: QueuedScan[]): Promise<void> {
    await store.remove(seqsOf(done));
    // What Vue wraps around an object cannot be stored.
    for (const scan of refused)
      if (scan.seq !== undefined) await store.put({ ...toRaw(scan), body: { ...scan.body }, photos: scan.photos.map(toRaw) });
    const over = new Set([...done, ...refused].map(({ id }) => id));
    unkept.value = unkept.value.filter(({ id }) => !over.has(id));
    kept.value = kept.value
      .filter(({ id }) => !done.some((one) => one.id === id))
      .map((scan) => refused.find(({ id }) => id === scan.id) ?? scan);
  }

  /** A refused scan was seen by its maker and is put away. */
  async function drop(scan: QueuedScan): Promise<void> {
    await store.remove(seqsOf([scan]));
    kept.value = kept.value.filter(({ id }) => id !== scan.id);
  }

  async function bind(own: OwnDevice | null): Promise<void> {
    if (own) await store.keepDevice(own);
    else if (me.value) await store.dropDevice(me.value.id);
    device.value = own;
    trouble.value = '';
  }

  const waiting = computed(() => unkept.value.length + kept.value.filter(({ state }) => state === 'waiting').length);
  const refused = computed(() => kept.value.filter(({ state }) => state === 'refused'));
  return { waiting, refused, unkept, device, trouble, signedOut, results, load, add, flush, drop, bind };
}

function seqsOf(scans: QueuedScan[]): number[] {
  return scans.flatMap(({ seq }) => (seq === undefined ? [] : [seq]));
}
