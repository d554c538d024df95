import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** One person, known by a mobile phone. Made at the first sign-in or by whoever registers staff. */
@Entity({ schema: 'identity', name: 'account' })
@Unique('account_phone', ['phone'])
@Check('account_erased', `erased_at is null or (disabled_at is not null and name = '')`)
export class AccountEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** E.164; of an erased account a text that is nobody's phone. */
  @Column('text')
  phone: string;

  /** Empty until somebody gives one. */
  @Column('text')
  name: string;

  /** From then on no session of the account counts and none is opened. */
  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null;

  /** When the person's data were deleted at their request. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
