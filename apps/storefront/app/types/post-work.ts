import type * as Api from '@choxa/api-client';
import type { NextAction, NonDeliveryReason, ParcelEventCode } from '@choxa/standards';
import type { StaffParcel } from '~/types/desk';

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

/** A delivery as it goes to the API, but for its picture, which goes before it. */
export type DeliveryBody = Omit<Api.DeliveryDto, 'pictureId'> & { deliveredAt: string };

export interface Queued {
  /** Given by the database: their sequence. */
  seq?: number;
  /** UUID made here; sending under it twice does it once. */
  id: string;
  /** Whose it is: another account on the same phone neither sees nor sends it. */
  accountId: string;
  state: 'waiting' | 'refused';
  /** Why the server refused it: its code, and in words. */
  code: string;
  detail: string;
}

export interface QueuedScan extends Queued {
  kind: 'scan';
  body: ScanBody;
}

export interface QueuedDelivery extends Queued {
  kind: 'delivery';
  parcel: string;
  body: DeliveryBody;
  /** The photo or the signature; null where the recipient's code is the proof. */
  picture: Blob | null;
}

/** Something done for the post on this device that the server does not know yet. It lives in IndexedDB until it does. */
export type QueuedWork = QueuedScan | QueuedDelivery;

/** What became of it. */
export interface WorkResult {
  id: string;
  outcome: 'accepted' | 'duplicate' | 'rejected';
  code: string | null;
  detail: string | null;
  /** After a delivery. */
  parcel?: StaffParcel;
}

/** This device as the post knows it, for one account. */
export interface OwnDevice {
  accountId: string;
  id: string;
  name: string;
  key: string;
}
