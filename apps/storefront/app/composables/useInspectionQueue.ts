import type { FindingBody, QueuedInspection } from '~/types/inspection-work';
import type { WorkResult } from '~/types/post-work';

/** Findings of an inspector made on this device, on their way to the server. */
export function useInspectionQueue() {
  const api = useApi();
  const queue = useWorkQueue<'inspection', QueuedInspection>({
    name: 'inspection',
    kinds: ['inspection'],
    next: (waiting) => waiting.slice(0, 1),
    send: async ([work]) => [await sendInspection(api, work!)],
  });
  const { pending, waiting, refused, unkept, trouble, load, flush, drop, again } = queue;

  /** Records a finding and answers what became of it; null where it waits on this device. */
  function recordNow(
    sampleId: string,
    productName: string,
    found: Omit<FindingBody, 'id' | 'inspectedAt'>,
    pictures: Blob[],
  ): Promise<WorkResult | null> {
    // Pictures take room: the browser is asked not to clear them away when room is short.
    void navigator.storage?.persist?.();
    const id = newUuid();
    const body = { ...found, id, inspectedAt: new Date().toISOString() };
    return queue.doNow({ ...queue.fresh(id), kind: 'inspection', sampleId, productName, body, pictures });
  }

  /** Whether a finding of a product waits on this device. */
  const waitsFor = (sampleId: string, productId: string) =>
    pending.value.some((work) => work.sampleId === sampleId && work.body.productId === productId);
  return { waiting, refused, unkept, trouble, load, flush, drop, again, recordNow, waitsFor };
}
