import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';

/** The password of an account that works for the post or the state. Shoppers and households have none. */
@Entity({ schema: 'identity', name: 'credential' })
export class CredentialEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @OneToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'credential_account' })
  account?: AccountEntity;

  /** Argon2id with its salt and costs (PHC string). */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt: Date;
}
