import { photoForm } from './photo-form';
import type { QueuedInspection } from '../types/inspection-work';
import type { WorkResult } from '../types/post-work';

interface Call {
  method: 'POST';
  body: unknown;
  timeoutMs?: number;
}
type Api = <T>(path: string, call: Call) => Promise<T>;

/** A picture on a weak network. */
const PICTURE_WAIT_MS = 60_000;

/**
 * Sends a finding, its photos before it. Sending again does no harm: the same photo is the same one there, and the finding has its own id. Throws
 * what the API throws.
 */
export async function sendInspection(api: Api, { id, sampleId, body, pictures }: QueuedInspection): Promise<WorkResult> {
  const own = `/audit/samples/${sampleId}`;
  const photoIds: string[] = [];
  for (const picture of pictures) {
    const photo = await api<{ id: string }>(`${own}/photos`, { method: 'POST', body: photoForm(picture), timeoutMs: PICTURE_WAIT_MS });
    photoIds.push(photo.id);
  }
  await api(`${own}/inspections`, { method: 'POST', body: { ...body, photoIds } });
  return { id, outcome: 'accepted', code: null, detail: null };
}
