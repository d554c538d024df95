import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';

/** A secret shown to somebody who has not yet proven with a code that the authenticator holds it. A newer offer replaces it. */
@Entity({ schema: 'identity', name: 'second_factor_offer' })
export class SecondFactorOfferEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @OneToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'second_factor_offer_account' })
  account?: AccountEntity;

  /** The session it was shown to; no other may confirm it. */
  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('text')
  secret: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
