import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';

export const PARCEL_PARTIES = ['recipient', 'sender'] as const;
/** Whose telephone stands on the parcel. */
export type ParcelParty = (typeof PARCEL_PARTIES)[number];

/** A code sent to a telephone that stands on a parcel: who knows it may speak for that side. Hashed, five tries, a quarter of an hour. */
@Entity({ schema: 'postal', name: 'parcel_code' })
@Check('parcel_code_party', `party in ('recipient', 'sender')`)
@Check('parcel_code_tries', 'tries between 0 and 5')
@Check('parcel_code_sent', 'sent_today between 1 and 5')
export class ParcelCodeEntity {
  @ForeignKey(() => ParcelEntity, { name: 'parcel_code_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_parcel_code' })
  parcelNumber: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_parcel_code' })
  party: ParcelParty;

  @Column('bytea')
  salt: Buffer;

  @Column('bytea')
  hash: Buffer;

  @Column('int', { default: 0 })
  tries: number;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  @Column('timestamptz', { name: 'valid_until' })
  validUntil: Date;

  /** Codes sent on the local day of `sent_at`: nobody fills a stranger's telephone with messages. */
  @Column('int', { name: 'sent_today' })
  sentToday: number;
}
