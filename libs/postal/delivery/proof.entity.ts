import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DeliveryPlace } from '@choxa/standards';
import { OfficeEntity } from '../offices/office.entity.js';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import { ProofPictureEntity } from './proof-picture.entity.js';

export const PROOF_KINDS = ['code', 'photo', 'signature'] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** The evidence of a delivery: what shows that it happened, and where the postman's phone was. Never changed. */
@Entity({ schema: 'postal', name: 'proof' })
@Index('proof_of_parcel', ['parcelNumber'])
@Index('proof_of_courier', ['courierId', 'deliveredAt'])
@Check('proof_kind', `kind in ('code', 'photo', 'signature') and (kind = 'code') = (picture_id is null)`)
@Check('proof_point', `(latitude is null) = (longitude is null) and (kind <> 'photo' or latitude is not null)`)
@Check('proof_place', `delivery_place in ('address', 'shared_box', 'pickup_point', 'service_point', 'other_as_requested')`)
export class ProofEntity {
  /** Id of the EMI scan. No foreign key: scans lie in partitions. */
  @PrimaryColumn('uuid', { name: 'scan_id', primaryKeyConstraintName: 'PK_proof' })
  scanId: string;

  @ForeignKey(() => ParcelEntity, { name: 'proof_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @Column('text')
  kind: ProofKind;

  @Column('text', { name: 'delivery_place' })
  deliveryPlace: DeliveryPlace;

  /** Degrees, by the postman's phone; null where it did not say. */
  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;

  /** How far off the phone says it may be. */
  @Column('int', { name: 'accuracy_meters', nullable: true })
  accuracyMeters: number | null;

  /** From the point the recipient gave; null without one of the two points. */
  @Column('int', { name: 'distance_meters', nullable: true })
  distanceMeters: number | null;

  @ForeignKey(() => ProofPictureEntity, { name: 'proof_picture' })
  @Column('uuid', { name: 'picture_id', nullable: true })
  pictureId: string | null;

  /** Account of the person who handed it over. */
  @Column('uuid', { name: 'courier_id' })
  courierId: string;

  @ForeignKey(() => OfficeEntity, { name: 'proof_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  /** By the postman's phone. */
  @Column('timestamptz', { name: 'delivered_at' })
  deliveredAt: Date;
}
