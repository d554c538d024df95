import { newUuid } from './new-uuid';
import { photoForm } from './photo-form';
import type { StaffParcel } from '../types/desk';
import type { QueuedDelivery, QueuedScan, QueuedWork, WorkResult } from '../types/post-work';

interface Call {
  method: 'POST';
  body: unknown;
  headers: Record<string, string>;
  query?: Record<string, unknown>;
  timeoutMs?: number;
}
type Api = <T>(path: string, call: Call) => Promise<T>;

/** So many scans go in one request. */
const SCANS_AT_ONCE = 100;
/** A picture on a weak network. */
const PICTURE_WAIT_MS = 60_000;

/** What goes next in one go: one delivery, or the scans before the next delivery. */
export function nextToSend(waiting: readonly QueuedWork[]): QueuedWork[] {
  if (waiting[0]?.kind === 'delivery') return [waiting[0]];
  const delivery = waiting.findIndex(({ kind }) => kind === 'delivery');
  return waiting.slice(0, Math.min(SCANS_AT_ONCE, delivery < 0 ? SCANS_AT_ONCE : delivery));
}

/**
 * Sends what {@link nextToSend} gave, as it was done. Sending the same again does no harm: each has its own id. Throws what the API throws.
 *
 * @param deviceKey of this device, where it is registered
 * @param now what this device's clock says: the server measures by it how far the clock is off
 * @returns what became of each; a scan the answer does not speak of still waits
 */
export async function sendWork(api: Api, works: readonly QueuedWork[], deviceKey: string | null, now: Date): Promise<WorkResult[]> {
  const headers: Record<string, string> = { 'device-time': now.toISOString(), ...(deviceKey ? { 'device-key': deviceKey } : {}) };
  const [first] = works;
  if (first?.kind === 'delivery') return [await sendDelivery(api, first, headers)];
  return sendScans(api, works as QueuedScan[], headers);
}

async function sendScans(api: Api, scans: QueuedScan[], headers: Record<string, string>): Promise<WorkResult[]> {
  const { results } = await api<{ results: WorkResult[] }>('/post/scans', {
    method: 'POST',
    body: { scans: scans.map(({ body }) => body) },
    headers: { ...headers, 'idempotency-key': newUuid() },
  });
  return results;
}

/** The same picture sent again is the same one there, so the delivery names the same and is the same request. */
async function sendDelivery(api: Api, { id, parcel, body, picture }: QueuedDelivery, headers: Record<string, string>): Promise<WorkResult> {
  const own = `/parcels/${encodeURIComponent(parcel)}`;
  const taken = picture && { method: 'POST' as const, query: { kind: body.proof }, body: photoForm(picture), headers };
  const proof = taken && (await api<{ id: string }>(`${own}/proof-pictures`, { ...taken, timeoutMs: PICTURE_WAIT_MS }));
  const delivered = await api<StaffParcel>(`${own}/delivery`, {
    method: 'POST',
    body: proof ? { ...body, pictureId: proof.id } : body,
    headers: { ...headers, 'idempotency-key': id },
  });
  return { id, outcome: 'accepted', code: null, detail: null, parcel: delivered };
}
