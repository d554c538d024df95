import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';

/**
 * A phone or hand scanner that sends scans, bound to one person and one office. It proves itself by a key that only it has; its PIN, of which
 * five wrong ones lock it for good, opens it for a shift. Revoked, it sends nothing any more.
 */
@Entity({ schema: 'postal', name: 'device' })
@Unique('device_key_unique', ['keyHash'])
@Index('device_of_account', ['accountId'])
@Index('device_of_office', ['officeId'])
@Check('device_tries', 'pin_tries between 0 and 5')
@Check('device_revoked', '(revoked_at is null) = (revoked_by is null)')
export class DeviceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_device' })
  id: string;

  /** Account of the person it is bound to. */
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ForeignKey(() => OfficeEntity, { name: 'device_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  /** By which its owner knows it: "Máy quầy 1". */
  @Column('text')
  name: string;

  /** SHA-256 of the key, hexadecimal. */
  @Column('text', { name: 'key_hash' })
  keyHash: string;

  @Column('bytea', { name: 'pin_salt' })
  pinSalt: Buffer;

  @Column('bytea', { name: 'pin_hash' })
  pinHash: Buffer;

  /** Wrong PINs since the last right one. */
  @Column('int', { name: 'pin_tries', default: 0 })
  pinTries: number;

  @Column('timestamptz', { name: 'unlocked_until', nullable: true })
  unlockedUntil: Date | null;

  /** Our clock less the device's, as measured when it last sent something; milliseconds. Null: never measured. */
  @Column('int', { name: 'clock_offset_ms', nullable: true })
  clockOffsetMs: number | null;

  @Column('timestamptz', { name: 'seen_at', nullable: true })
  seenAt: Date | null;

  /** The session in which it last proved itself; ended with the device. Null: none since this is kept. */
  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column('timestamptz', { name: 'registered_at' })
  registeredAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy: string | null;
}
