import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfficeEntity } from '../offices/office.entity.js';

/** `cash`: notes into the office's drawer. `wages`: kept back from what the operator pays the person. */
export const REPAYMENT_WAYS = ['cash', 'wages'] as const;
export type RepaymentWay = (typeof REPAYMENT_WAYS)[number];

/** What was missing when somebody's cash was counted is made good. A cashier writes it down, a second person confirms it. */
@Entity({ schema: 'postal', name: 'shortage_repayment' })
@Index('shortage_repayment_open', ['officeId', 'holderId'], { unique: true, where: `state = 'asked'` })
@Check('shortage_repayment_amount', 'amount_vnd > 0')
@Check('shortage_repayment_way', `way in ('cash', 'wages')`)
@Check(
  'shortage_repayment_state',
  `state in ('asked', 'confirmed', 'withdrawn') and (state = 'asked') = (closed_at is null) and (closed_at is null) = (closed_by is null)`,
)
@Check('shortage_repayment_second_person', `state <> 'confirmed' or closed_by <> asked_by`)
export class ShortageRepaymentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_shortage_repayment' })
  id: string;

  @ForeignKey(() => OfficeEntity, { name: 'shortage_repayment_office' })
  @Column('uuid', { name: 'office_id' })
  officeId: string;

  /** Account of the person whose cash was short. */
  @Column('uuid', { name: 'holder_id' })
  holderId: string;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  @Column('text')
  way: RepaymentWay;

  @Column('text')
  state: 'asked' | 'confirmed' | 'withdrawn';

  /** Account of the cashier. */
  @Column('uuid', { name: 'asked_by' })
  askedBy: string;

  @Column('text', { name: 'asked_by_name' })
  askedByName: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt: Date;

  /** Account of whoever confirmed it, or took it back. */
  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy: string | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
