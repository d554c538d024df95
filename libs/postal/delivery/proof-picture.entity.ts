import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';

export const PICTURE_KINDS = ['photo', 'signature'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** A photo of a delivery, or a recipient's signature, as we made it anew. Sent before the delivery that rests on it. */
@Entity({ schema: 'postal', name: 'proof_picture' })
@Index('proof_picture_once', ['parcelNumber', 'kind', 'contentHash'], { unique: true })
@Index('proof_picture_content', ['contentHash'])
@Check('proof_picture_kind', `kind in ('photo', 'signature')`)
export class ProofPictureEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_proof_picture' })
  id: string;

  @ForeignKey(() => ParcelEntity, { name: 'proof_picture_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @Column('text')
  kind: PictureKind;

  /** SHA-256 of the stored file: the same picture twice has the same one. */
  @Column('text', { name: 'content_hash' })
  contentHash: string;

  /** Account of the person who took it. */
  @Column('uuid', { name: 'taken_by' })
  takenBy: string;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}
