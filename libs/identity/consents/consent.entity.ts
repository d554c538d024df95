import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';
import type { ConsentDoor, ConsentPurpose } from './purposes.js';

/**
 * Somebody said yes or no, once: the newest row per account and purpose counts, and none is ever changed (a trigger sees to it).
 * `terms` is the acceptance of the terms and is never withdrawn; whoever no longer wants them deletes the account.
 */
@Entity({ schema: 'identity', name: 'consent' })
@Index('consent_of_account', ['accountId', 'purpose', 'id'])
@Check('consent_purpose', `purpose in ('terms', 'marketing', 'learning-reminders', 'trace-phone', 'trace-address')`)
@Check('consent_how', `how in ('sign-in', 'account-page')`)
@Check('consent_terms_stay', `purpose <> 'terms' or given`)
export class ConsentEntity {
  /** Grows: two answers in one millisecond still have an order. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'consent_account' })
  account?: AccountEntity;

  @Column('text')
  purpose: ConsentPurpose | 'terms';

  @Column('boolean')
  given: boolean;

  /** Version of the text that was shown: of the terms for `terms`, of the privacy notice for the rest. */
  @Column('text', { name: 'text_version' })
  textVersion: string;

  /** SHA-256 of that text in both languages, hex. */
  @Column('text', { name: 'text_hash' })
  textHash: string;

  @Column('text')
  how: ConsentDoor;

  @Column('timestamptz')
  at: Date;
}
