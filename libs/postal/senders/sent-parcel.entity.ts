import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';

/** What a sender that posts by API calls its parcel; on the parcel itself stands an opaque form of it. */
@Entity({ schema: 'postal', name: 'sent_parcel' })
@Unique('sent_parcel_reference', ['senderKey', 'reference'])
@Index('sent_parcel_of_sender', ['senderKey', 'announcedAt'])
export class SentParcelEntity {
  @ForeignKey(() => ParcelEntity, { name: 'sent_parcel_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_sent_parcel' })
  parcelNumber: string;

  @Column('text', { name: 'sender_key' })
  senderKey: string;

  @Column('text')
  reference: string;

  @Column('timestamptz', { name: 'announced_at' })
  announcedAt: Date;
}
