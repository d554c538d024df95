import type { NextAction, NonDeliveryReason, ParcelEventCode } from '@choxa/standards';
import type { ScanResult } from '~/types/desk';

const DEVICE_KEY = 'choxa-device';

/** Sends scans of parcels, each with a UUID made on this device. */
export function useScans() {
  const api = useApi();

  /** A name for this browser that stays. */
  function device(): string {
    try {
      const known = localStorage.getItem(DEVICE_KEY);
      if (known) return known;
      const made = `web-${newUuid().slice(0, 8)}`;
      localStorage.setItem(DEVICE_KEY, made);
      return made;
    } catch {
      return 'web';
    }
  }

  return async function scan(
    parcel: string,
    code: ParcelEventCode,
    office: string,
    why: { reason?: NonDeliveryReason; nextAction?: NextAction } = {},
  ): Promise<ScanResult> {
    const scans = [{ id: newUuid(), parcel, code, eventTime: new Date().toISOString(), device: device(), office, ...why }];
    const { results } = await api<{ results: ScanResult[] }>('/post/scans', {
      method: 'POST',
      body: { scans },
      headers: { 'idempotency-key': newUuid() },
    });
    return results[0]!;
  };
}
