import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A parcel that somebody handed over at a counter. It is open until it is known how its history ended. */
@Entity({ schema: 'audit', name: 'accepted_parcel' })
@Index('accepted_parcel_unclosed', ['acceptedAt'], { where: 'closed_at is null' })
@Check('accepted_parcel_postage', 'postage_vnd >= 0')
export class AcceptedParcelEntity {
  @PrimaryColumn('text', { name: 'operator_code' })
  operatorCode: string;

  @PrimaryColumn('text')
  number: string;

  @PrimaryColumn('timestamptz', { name: 'accepted_at' })
  acceptedAt: Date;

  @Column('text', { name: 'sender_province_code' })
  senderProvinceCode: string;

  @Column('text', { name: 'sender_commune_code' })
  senderCommuneCode: string;

  /** Place of the recipient. */
  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  /** Announced by a sender's system, not written at the counter. */
  @Column('boolean', { name: 'by_system' })
  bySystem: boolean;

  /** Null where no price covers the way. */
  @Column('bigint', { name: 'postage_vnd', nullable: true })
  postageVnd: number | null;

  /** As on its closed parcel; null while it is open. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
