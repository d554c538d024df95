import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';

/** One of the codes on paper that stand in, once each, for a lost authenticator. */
@Entity({ schema: 'identity', name: 'recovery_code' })
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'recovery_code_account' })
  account?: AccountEntity;

  /** SHA-256 of the code, hex; a code has 78 random bits. */
  @PrimaryColumn('text', { name: 'code_hash' })
  codeHash: string;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
