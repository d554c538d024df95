import type { DeliveryPlace } from '@choxa/standards';
import type { DeliveryNorms } from '../delivery/delivery-norms.js';
import { metersBetween, type Point } from '../delivery/points.rules.js';

/**
 * What makes somebody look at a delivery again: `far` from the recipient's point, `burst` of deliveries in a moment, `at_office` although it is said
 * to be at the address, `outside_area` of the delivery office, `same_photo` as at another parcel, `speed` nobody rides.
 */
export const PATTERNS = ['far', 'burst', 'at_office', 'outside_area', 'same_photo', 'speed'] as const;
export type Pattern = (typeof PATTERNS)[number];

/** A delivery as its proof shows it. */
export interface SeenDelivery {
  deliveredAt: Date;
  point: Point | null;
  /** How far off the point may be. */
  accuracyMeters: number | null;
}

export interface JudgedDelivery extends SeenDelivery {
  deliveryPlace: DeliveryPlace;
  /** The recipient's code was given: whoever has it stood before the recipient, so only what a phone's place shows is doubted. */
  byCode: boolean;
  recipientPoint: Point | null;
  officePoint: Point | null;
  /** Number of another parcel that has the same photo. */
  samePhotoAs: string | null;
  /** What the same courier delivered around that time, this one left out. */
  others: readonly SeenDelivery[];
}

/** What was measured; null where it could not be. Metres, deliveries, km/h. */
export interface Measures {
  fromRecipient: number | null;
  fromOffice: number | null;
  inBurst: number;
  speedKmh: number | null;
  samePhotoAs: string | null;
}

const AT_HOME: ReadonlySet<DeliveryPlace> = new Set(['address', 'shared_box']);
/** Below this the uncertainty of two phones' places makes any speed. */
const LEAST_RIDE_METERS = 500;

/** What was measured at a delivery. Pure. */
export function measure(delivery: JudgedDelivery, norms: DeliveryNorms): Measures {
  return {
    fromRecipient: meters(delivery.point, delivery.recipientPoint),
    fromOffice: meters(delivery.point, delivery.officePoint),
    inBurst: mostTogether(delivery, norms.burst_seconds * 1_000),
    speedKmh: fastestRide(delivery),
    samePhotoAs: delivery.samePhotoAs,
  };
}

/** The patterns a delivery shows; empty for an ordinary one. A place counts only as far as the phone is sure of it. */
export function patternsOf(delivery: JudgedDelivery, norms: DeliveryNorms): Pattern[] {
  const { fromRecipient, fromOffice, inBurst, speedKmh } = measure(delivery, norms);
  const unsure = delivery.accuracyMeters ?? 0;
  const home = AT_HOME.has(delivery.deliveryPlace);
  const found: Record<Pattern, boolean> = {
    far: home && fromRecipient !== null && fromRecipient - unsure > norms.far_meters,
    burst: !delivery.byCode && inBurst >= norms.burst_count,
    at_office: home && !delivery.byCode && fromOffice !== null && fromOffice + unsure < norms.office_meters && !livesThere(delivery, norms),
    outside_area: fromOffice !== null && fromOffice - unsure > norms.area_meters,
    same_photo: delivery.samePhotoAs !== null,
    speed: speedKmh !== null && speedKmh > norms.speed_kmh,
  };
  return PATTERNS.filter((pattern) => found[pattern]);
}

/** A recipient whose own point lies beside the office is rightly served there. */
function livesThere({ recipientPoint, officePoint }: JudgedDelivery, { office_meters, far_meters }: DeliveryNorms): boolean {
  const between = meters(recipientPoint, officePoint);
  return between !== null && between < office_meters + far_meters;
}

function meters(a: Point | null, b: Point | null): number | null {
  return a && b ? Math.round(metersBetween(a, b)) : null;
}

/** The most deliveries of the courier in any span of `milliseconds` that holds this one, itself included. */
function mostTogether({ deliveredAt, others }: JudgedDelivery, milliseconds: number): number {
  const at = deliveredAt.getTime();
  const times = others
    .map((other) => other.deliveredAt.getTime())
    .filter((time) => Math.abs(time - at) < milliseconds)
    .concat(at)
    .sort((a, b) => a - b);
  return Math.max(
    ...times.filter((start) => start <= at).map((start) => times.filter((time) => time >= start && time < start + milliseconds).length),
  );
}

/** Speed from the nearest delivery before and to the nearest after, whichever is greater. */
function fastestRide(delivery: JudgedDelivery): number | null {
  const speeds = delivery.others.flatMap((other) => {
    if (!other.point || !delivery.point) return [];
    const unsure = (other.accuracyMeters ?? 0) + (delivery.accuracyMeters ?? 0);
    const way = metersBetween(other.point, delivery.point) - unsure;
    if (way < LEAST_RIDE_METERS) return [];
    const hours = Math.max(1, Math.abs(delivery.deliveredAt.getTime() - other.deliveredAt.getTime()) / 1_000) / 3_600;
    return [way / 1_000 / hours];
  });
  return speeds.length ? Math.round(Math.max(...speeds)) : null;
}
