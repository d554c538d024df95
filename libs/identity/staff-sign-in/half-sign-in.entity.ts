import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';

/** A sign-in whose password was right and that still owes the second factor. It opens nothing. */
@Entity({ schema: 'identity', name: 'half_sign_in' })
export class HalfSignInEntity {
  /** SHA-256 of the token, hex. */
  @PrimaryColumn('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'half_sign_in_account' })
  account?: AccountEntity;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
