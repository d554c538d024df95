import type { NextAction, NonDeliveryReason, ParcelEventCode } from '@choxa/standards';

/** A scan as it goes to the API. */
export interface ScanBody {
  /** UUID made here, so that sending twice makes one scan. */
  id: string;
  parcel: string;
  code: ParcelEventCode;
  eventTime: string;
  device: string;
  office: string;
  reason?: NonDeliveryReason;
  nextAction?: NextAction;
}

/** Something done on this device that the server does not know yet. It lives in IndexedDB until it does. */
export interface QueuedScan {
  /** Given by the database: their sequence. */
  seq?: number;
  id: string;
  /** Whose it is: another account on the same phone neither sees nor sends it. */
  accountId: string;
  kind: 'scan';
  body: ScanBody;
  photos: Blob[];
  state: 'waiting' | 'refused';
  /** Why the server refused it, in words. */
  detail: string;
}

/** This device as the post knows it, for one account. */
export interface OwnDevice {
  accountId: string;
  id: string;
  name: string;
  key: string;
}
