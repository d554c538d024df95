import { definePostalEvent, instant, oneOf, orNull, parcelNumber, text, whole, yesOrNo } from './postal-event.js';

/** The recipient says that a delivery did not happen; a manager of the operator looks at it again. */
export interface DeliveryDisputedV1 {
  number: string;
  senderReference: string;
  disputedAt: string;
}

export const DeliveryDisputed = definePostalEvent<DeliveryDisputedV1>('postal.delivery-disputed.v1', {
  number: parcelNumber,
  senderReference: text(100),
  disputedAt: instant,
});

/** The post has looked. `upheld`: the delivery was false, and is taken back once a second person has confirmed it. */
export interface DisputeDecidedV1 {
  number: string;
  senderReference: string;
  upheld: boolean;
  decidedAt: string;
}

export const DisputeDecided = definePostalEvent<DisputeDecidedV1>('postal.dispute-decided.v1', {
  number: parcelNumber,
  senderReference: text(100),
  upheld: yesOrNo,
  decidedAt: instant,
});

/** The post says whether it makes good what became of a parcel. */
export interface CompensationDecidedV1 {
  number: string;
  senderReference: string;
  kind: 'lost' | 'delayed' | 'damaged' | 'price';
  outcome: 'accepted' | 'refused';
  /** Whole đồng; null where it was refused. */
  sumVnd: number | null;
  decidedAt: string;
}

export const CompensationDecided = definePostalEvent<CompensationDecidedV1>('postal.compensation-decided.v1', {
  number: parcelNumber,
  senderReference: text(100),
  kind: oneOf(['lost', 'delayed', 'damaged', 'price']),
  outcome: oneOf(['accepted', 'refused']),
  sumVnd: orNull(whole(1, Number.MAX_SAFE_INTEGER)),
  decidedAt: instant,
});
