import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../accounts/account.entity.js';

/** The authenticator (RFC 6238) that an account has shown to hold. */
@Entity({ schema: 'identity', name: 'second_factor' })
export class SecondFactorEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @OneToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'second_factor_account' })
  account?: AccountEntity;

  /** Base32. It must be readable here: both sides compute the codes from it. */
  @Column('text')
  secret: string;

  /** The newest time step whose code was accepted; neither it nor an older one is accepted again. */
  @Column('int', { name: 'last_step' })
  lastStep: number;

  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt: Date;
}
