import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';
import { DelegationEntity } from '../delegation/delegation.entity.js';
import type { Assurance } from './session.rules.js';

/** One signed-in device. Its token is known to the device alone. */
@Entity({ schema: 'identity', name: 'session' })
@Unique('session_token_hash', ['tokenHash'])
@Index('session_account_id', ['accountId'])
@Check('session_assurance', `assurance in ('phone', 'second-factor')`)
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'session_account' })
  account?: AccountEntity;

  /** SHA-256 of the token, hex. */
  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('text', { default: 'phone' })
  assurance: Assurance;

  /** What the browser called itself when it signed in, cut to 300 characters. */
  @Column('text', { name: 'user_agent', default: '' })
  userAgent: string;

  /** Pseudonym of the device's random number, which outlives its sessions; null of one opened before devices had a number. */
  @Column('text', { name: 'device_hash', nullable: true })
  deviceHash: string | null;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** To the hour; null until the session is an hour old. */
  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt: Date | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** The delegation under which this session acts for a household, by its clerk's choice. */
  @Column('uuid', { name: 'delegation_id', nullable: true })
  delegationId: string | null;

  @ManyToOne(() => DelegationEntity)
  @JoinColumn({ name: 'delegation_id', foreignKeyConstraintName: 'session_delegation' })
  delegation?: DelegationEntity | null;
}
