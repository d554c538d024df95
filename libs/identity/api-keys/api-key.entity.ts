import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';

/** Lets a program of an account's owner call the API, with no more than a part of the account's rights, until a day. */
@Entity({ schema: 'identity', name: 'api_key' })
@Unique('api_key_hash', ['keyHash'])
@Index('api_key_account_id', ['accountId'])
export class ApiKeyEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'api_key_account' })
  account?: AccountEntity;

  /** What the owner calls it. */
  @Column('text')
  name: string;

  /** The beginning of the key, by which its owner knows it again. */
  @Column('text')
  prefix: string;

  /** SHA-256 of the whole key, hex; the key itself is shown once and kept nowhere here. */
  @Column('text', { name: 'key_hash' })
  keyHash: string;

  /** Names of the policies it may pass. */
  @Column('text', { array: true })
  policies: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** To the hour. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
