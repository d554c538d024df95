import { sql, type Tx } from '@choxa/platform';
import type { DeliveryPlace } from '@choxa/standards';
import { postalProblem } from '../postal.problems.js';
import { metersBetween, type Point } from './points.rules.js';
import type { ProofKind } from './proof.entity.js';

/** What a postman offers as evidence. */
export interface OfferedProof {
  kind: ProofKind;
  /** Of a photo or signature that was sent before. */
  pictureId: string | null;
  point: Point | null;
  accuracyMeters: number | null;
}

export interface DeliveryFacts {
  scanId: string;
  parcelNumber: string;
  deliveryPlace: DeliveryPlace;
  courierId: string;
  officeId: string;
  deliveredAt: Date;
}

/**
 * A photo counts only with the place where it was taken, and a picture only for the parcel it was sent for.
 * @throws Problem `proof.point-needed`, `proof.picture-missing`
 */
export async function checkPicture(tx: Tx, parcelNumber: string, { kind, pictureId, point }: OfferedProof): Promise<void> {
  if (kind === 'code') return;
  if (kind === 'photo' && !point) throw postalProblem('proof.point-needed');
  const [picture] = await sql(tx, 'select 1 from postal.proof_picture where id = $1 and parcel_number = $2 and kind = $3', [
    pictureId,
    parcelNumber,
    kind,
  ]);
  if (!picture) throw postalProblem('proof.picture-missing');
}

/** Keeps the evidence of a delivery, with its distance from the point the recipient gave. */
export async function keepProof(tx: Tx, delivery: DeliveryFacts, proof: OfferedProof): Promise<void> {
  const [recipient] = await sql<{ latitude: number | null; longitude: number | null }>(
    tx,
    'select recipient_latitude as latitude, recipient_longitude as longitude from postal.parcel where number = $1',
    [delivery.parcelNumber],
  );
  const { point } = proof;
  const home = recipient?.latitude != null ? { latitude: recipient.latitude, longitude: recipient.longitude! } : null;
  await sql(
    tx,
    `insert into postal.proof (scan_id, parcel_number, kind, delivery_place, latitude, longitude, accuracy_meters, distance_meters, picture_id,
       courier_id, office_id, delivered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      delivery.scanId,
      delivery.parcelNumber,
      proof.kind,
      delivery.deliveryPlace,
      point?.latitude ?? null,
      point?.longitude ?? null,
      proof.accuracyMeters,
      point && home ? Math.round(metersBetween(point, home)) : null,
      proof.kind === 'code' ? null : proof.pictureId,
      delivery.courierId,
      delivery.officeId,
      delivery.deliveredAt,
    ],
  );
}
