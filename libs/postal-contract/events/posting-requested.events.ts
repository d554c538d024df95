import {
  communeCode,
  definePostalEvent,
  degrees,
  instant,
  listOf,
  matching,
  maybe,
  nested,
  oneOf,
  orNull,
  text,
  whole,
  yesOrNo,
  type Check,
  type Shape,
} from './postal-event.js';

/** Sender or recipient, as it is to stand on the parcel. */
export interface PartyV1 {
  name: string;
  /** As it can be dialled, e.g. `+84912345678`. */
  phone: string;
  /** House number, street, hamlet: everything below the commune. */
  street: string;
  communeCode: string;
}

/**
 * Where the recipient wants it: at the address, which may be told more exactly, or kept at the counter of an office of the carrying operator
 * (Postal Law 49/2010: delivery at a service point, or as sender or recipient asked).
 */
export type DeliverToV1 =
  | {
      kind: 'address';
      /** Twelve characters; opaque. */
      digitalAddress?: string | null;
      point?: { latitude: number; longitude: number } | null;
    }
  | { kind: 'office'; officeCode: string };

/** One line of the content declaration. */
export interface ContentV1 {
  /** Number on the pack in 14-digit form, null when the pack has none. */
  code14: string | null;
  description: string;
  quantity: number;
  /**
   * Whole đồng for one, part of the cash to collect. With the prices of all lines the recipient may take a part of the goods and pay for that
   * part. Null or absent: all or nothing.
   */
  unitPriceVnd?: number | null;
}

/** Somebody asks the post to carry one parcel. The post answers with `postal.parcel-registered.v1`. */
export interface PostingRequestedV1 {
  /** The operator that is to carry it; null lets the post choose by the recipient's province. */
  operatorCode: string | null;
  sender: PartyV1;
  /** The sender's own key for the parcel. The post never looks into it; the same key never makes a second parcel. */
  senderReference: string;
  recipient: PartyV1;
  /** Grams as announced; the counter weighs again. */
  weightGrams: number;
  /** Room it takes, cm³; null or absent where nobody measured it. A bulky parcel is charged by it. */
  volumeCm3?: number | null;
  /** Whole đồng to collect from the recipient; 0 for none. */
  codVnd: number;
  contents: ContentV1[];
  requestedAt: string;
  /** Absent: at the address. */
  deliverTo?: DeliverToV1;
  /** A present: no price on what goes with the parcel. Absent: no. */
  gift?: boolean;
  /** The recipient may look at the goods before taking them. Absent: no. */
  inspection?: boolean;
}

export const MAX_CONTENTS = 200;
export const MAX_PARCEL_GRAMS = 1_000_000;
export const MAX_PARCEL_CM3 = 1_000_000_000;
export const MAX_COD_VND = 10_000_000_000;

export const party: Shape<PartyV1> = {
  name: text(200),
  phone: text(20),
  street: text(300),
  communeCode,
};

export const content: Shape<ContentV1> = {
  code14: orNull(matching(/^\d{14}$/, '14 digits')),
  description: text(300),
  quantity: whole(1, 1_000_000),
  unitPriceVnd: maybe(orNull(whole(0, MAX_COD_VND))),
};

const TO_ADDRESS: Shape<Omit<Extract<DeliverToV1, { kind: 'address' }>, 'kind'>> = {
  digitalAddress: maybe(orNull(matching(/^\d{5}[0-9A-Z]{7}$/, 'a digital address of 12 characters'))),
  point: maybe(orNull(nested({ latitude: degrees(90), longitude: degrees(180) }))),
};

const deliverTo: Check = (value, at) => {
  const kind = oneOf(['address', 'office'])((value as DeliverToV1 | null)?.kind, `${at}/kind`);
  if (kind.length) return kind;
  return nested<object>((value as DeliverToV1).kind === 'office' ? { officeCode: text(40) } : TO_ADDRESS)(value, at);
};

export const PostingRequested = definePostalEvent<PostingRequestedV1>('postal.posting-requested.v1', {
  operatorCode: orNull(text(40)),
  sender: nested(party),
  senderReference: text(100),
  recipient: nested(party),
  weightGrams: whole(1, MAX_PARCEL_GRAMS),
  volumeCm3: maybe(orNull(whole(1, MAX_PARCEL_CM3))),
  codVnd: whole(0, MAX_COD_VND),
  contents: listOf(content, MAX_CONTENTS),
  requestedAt: instant,
  deliverTo: maybe(deliverTo),
  gift: maybe(yesOrNo),
  inspection: maybe(yesOrNo),
});
