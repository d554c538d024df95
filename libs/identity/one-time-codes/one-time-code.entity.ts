import { Check, Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { CodeUse } from './code.rules.js';

/** Six digits sent to a phone, which may or may not have an account. The newest per phone and purpose is the one that counts. */
@Entity({ schema: 'identity', name: 'one_time_code' })
@Index('one_time_code_newest', ['phone', 'purpose', 'id'])
@Check('one_time_code_tries', 'tries between 0 and 5')
export class OneTimeCodeEntity {
  /** Grows with every code: two sent in one millisecond still have an order. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  /** E.164. */
  @Column('text')
  phone: string;

  @Column('text')
  purpose: CodeUse;

  @Column('text')
  salt: string;

  /** SHA-256 of salt and code, hex. */
  @Column('text', { name: 'code_hash' })
  codeHash: string;

  @Column('int')
  tries: number;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
