import type * as Api from '@choxa/api-client';
import type { Queued } from './post-work';

/** What an inspector found of a drawn product, as it goes to the API, but for its photos, which go before it. */
export type FindingBody = Omit<Api.FindingDto, 'photoIds'>;

/** A finding made on this device that the server does not know yet. */
export interface QueuedInspection extends Queued {
  kind: 'inspection';
  sampleId: string;
  /** For the list of what was refused. */
  productName: string;
  body: FindingBody;
  pictures: Blob[];
}
