import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One person, known by a mobile phone. Made at the first sign-in or by whoever registers staff. */
@Entity({ schema: 'identity', name: 'account' })
@Unique('account_phone', ['phone'])
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** E.164. */
  @Column('text')
  phone: string;

  /** Empty until somebody gives one. */
  @Column('text')
  name: string;

  /** From then on no session of the account counts and none is opened. */
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
