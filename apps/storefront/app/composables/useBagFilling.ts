import type { PutResult } from '~/types/post-bags';

/** A parcel scanned into a bag: it waits until the server has said what becomes of it. */
export interface BagLine {
  number: string;
  at: string;
  result: PutResult | null;
}

/**
 * Puts scanned parcels into a bag. Each is written down at once and judged by the server in the sequence of the scans; what the network did not take
 * stays and is sent with the next one.
 */
export function useBagFilling(bagId: string, heard: { good: () => void; bad: () => void }) {
  const api = useApi();
  const lines = ref<BagLine[]>([]);
  const waiting = computed(() => lines.value.filter(({ result }) => !result));

  const send = useAction(async () => {
    while (waiting.value.length) {
      const batch = waiting.value.toReversed();
      const parcels = batch.map(({ number, at }) => ({ parcel: number, at }));
      const { results } = await api<{ results: PutResult[] }>(`/post/bags/${bagId}/parcels`, { method: 'POST', body: { parcels } });
      batch.forEach((line, index) => (line.result = results[index]!));
      if (results.some(({ outcome }) => outcome === 'refused')) heard.bad();
      else heard.good();
    }
  });
  /** `text`: what was read from the parcel. */
  async function scan(text: string): Promise<void> {
    const number = decodeURIComponent(parcelNumberOf(text));
    lines.value = [{ number, at: new Date().toISOString(), result: null }, ...lines.value.filter((line) => line.number !== number)];
    await send.run();
  }
  return { lines, waiting, send, scan };
}
