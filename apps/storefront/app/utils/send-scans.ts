import { newUuid } from './new-uuid';
import type { ScanResult } from '~/types/desk';
import type { QueuedScan } from '~/types/scan';

type Api = <T>(path: string, call: { method: 'POST'; body: unknown; headers: Record<string, string> }) => Promise<T>;

/** So many go in one request. */
export const SCANS_AT_ONCE = 100;

/** What became of a batch. */
export interface SentBatch {
  /** Stored, now or before. */
  done: QueuedScan[];
  /** Those the server does not take, with its words. */
  refused: QueuedScan[];
  results: ScanResult[];
}

/**
 * Sends scans as they were made. Sending the same ones again does no harm: each has its own id.
 *
 * @param deviceKey of this device, where it is registered
 * @param now what this device's clock says: the server measures by it how far the clock is off
 */
export async function sendScans(api: Api, scans: QueuedScan[], deviceKey: string | null, now: Date): Promise<SentBatch> {
  const headers: Record<string, string> = { 'idempotency-key': newUuid(), 'device-time': now.toISOString() };
  if (deviceKey) headers['device-key'] = deviceKey;
  const { results } = await api<{ results: ScanResult[] }>('/post/scans', {
    method: 'POST',
    body: { scans: scans.map(({ body }) => body) },
    headers,
  });
  const byId = new Map(results.map((result) => [result.id, result]));
  const rejected = (scan: QueuedScan) => byId.get(scan.id)?.outcome === 'rejected';
  return {
    done: scans.filter((scan) => byId.has(scan.id) && !rejected(scan)),
    refused: scans.filter(rejected).map((scan) => ({ ...scan, state: 'refused', detail: byId.get(scan.id)!.detail ?? '' })),
    results,
  };
}
