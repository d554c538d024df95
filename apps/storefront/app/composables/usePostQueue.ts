import type { ParcelEventCode } from '@choxa/standards';
import type { DeliveryBody, OwnDevice, QueuedScan, QueuedWork, ScanBody, WorkResult } from '~/types/post-work';

const DEVICE_TROUBLES = ['device.revoked', 'device.locked', 'device.unknown', 'device.pin-locked'];

/** Scans and deliveries done on this device, on their way to the post. */
export function usePostQueue() {
  const { me } = useShell();
  const api = useApi();
  const device = useState<OwnDevice | null>('post-device', () => null);
  const queue = useWorkQueue<QueuedWork['kind'], QueuedWork>({
    name: 'post',
    kinds: ['scan', 'delivery'],
    next: nextToSend,
    send: (works) => sendWork(api, works, device.value?.key ?? null, new Date()),
    troubles: DEVICE_TROUBLES,
    loaded: async (accountId) => void (device.value = (await queue.store.device(accountId)) ?? null),
  });
  const { waiting, refused, unkept, trouble, results, load, flush, drop, again } = queue;

  /** Writes a scan down and answers its id: the next parcel does not wait. */
  async function addScan(parcel: string, code: ParcelEventCode, office: string): Promise<string> {
    const scan = scanOf(parcel, code, office);
    await queue.add(scan);
    return scan.id;
  }

  /** Records a failed attempt and answers what became of it; null where it waits on this device. */
  function failNow(parcel: string, office: string, why: Pick<ScanBody, 'reason' | 'nextAction'>): Promise<WorkResult | null> {
    return queue.doNow(scanOf(parcel, 'EMH', office, why));
  }

  /** Records a delivery with its picture and answers what became of it; null where it waits on this device. */
  function deliverNow(parcel: string, body: Omit<DeliveryBody, 'deliveredAt'>, picture: Blob | null): Promise<WorkResult | null> {
    // Pictures take room: the browser is asked not to clear them away when room is short.
    void navigator.storage?.persist?.();
    const delivered = { ...body, deliveredAt: new Date().toISOString() };
    return queue.doNow({ ...queue.fresh(newUuid()), kind: 'delivery', parcel, body: delivered, picture });
  }

  function scanOf(parcel: string, code: ParcelEventCode, office: string, why: Pick<ScanBody, 'reason' | 'nextAction'> = {}): QueuedScan {
    const id = newUuid();
    const body = { id, parcel, code, eventTime: new Date().toISOString(), device: device.value?.id ?? 'web', office, ...why };
    return { ...queue.fresh(id), kind: 'scan', body };
  }

  async function bind(own: OwnDevice | null): Promise<void> {
    if (own) await queue.store.keepDevice(own);
    else if (me.value) await queue.store.dropDevice(me.value.id);
    device.value = own;
    trouble.value = '';
  }

  /** The last visit to a recipient that waits: a delivery or a failed attempt. */
  const visitOf = (number: string) =>
    queue.pending.value
      .filter(({ id }) => !queue.attended.value.includes(id))
      .findLast((work) => (work.kind === 'delivery' ? work.parcel === number : work.body.parcel === number && work.body.code === 'EMH'));
  return {
    ...{ waiting, refused, unkept, device, trouble, results },
    ...{ load, addScan, failNow, deliverNow, flush, visitOf, drop, again, bind },
  };
}
