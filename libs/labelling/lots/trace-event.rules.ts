import type { TraceEventEntity } from './trace-event.entity.js';

/** The EPCIS id of an event: the one it was reported under, else one made of its own id. */
export function eventUri({ id, capturedId }: Pick<TraceEventEntity, 'id' | 'capturedId'>): string {
  return capturedId ?? `urn:uuid:${id}`;
}
