import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OperatorEntity } from '../operators/operator.entity.js';
import { ParcelEntity } from '../parcels/parcel.entity.js';
import type { ClaimKind, ClaimState } from './claim.rules.js';

export const CLAIM_OPENERS = ['recipient', 'sender', 'staff'] as const;
export type ClaimOpener = (typeof CLAIM_OPENERS)[number];

/** Somebody asks the post to make good what became of a parcel: lost, late, damaged, or paid too dearly. It is answered within the dated term. */
@Entity({ schema: 'postal', name: 'compensation_case' })
@Index('compensation_case_open_once', ['parcelNumber', 'kind'], {
  unique: true,
  where: `state in ('opened', 'examined', 'accepted')`,
})
@Index('compensation_case_queue', ['operatorId', 'state', 'answerDueOn'])
@Check('compensation_case_kind', `kind in ('lost', 'delayed', 'damaged', 'price')`)
@Check('compensation_case_state', `state in ('opened', 'examined', 'accepted', 'paid', 'refused')`)
@Check('compensation_case_opener', `opened_by in ('recipient', 'sender', 'staff')`)
@Check('compensation_case_sum', `(state in ('accepted', 'paid')) = (sum_vnd is not null) and sum_vnd between 1 and most_vnd`)
@Check('compensation_case_refusal', `state <> 'refused' or answer is not null`)
@Check('compensation_case_paid', `(state = 'paid') = (reference is not null)`)
export class CompensationCaseEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_compensation_case' })
  id: string;

  @ForeignKey(() => ParcelEntity, { name: 'compensation_case_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @ForeignKey(() => OperatorEntity, { name: 'compensation_case_operator' })
  @Column('uuid', { name: 'operator_id' })
  operatorId: string;

  @Column('text')
  kind: ClaimKind;

  @Column('text')
  state: ClaimState;

  @Column('text', { name: 'opened_by' })
  openedBy: ClaimOpener;

  /** Of who complains. */
  @Column('text')
  words: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** Local day by whose end it must be answered. */
  @Column('date', { name: 'answer_due_on' })
  answerDueOn: string;

  /** The most the dated rules give for it, đồng, as they were when it was opened. */
  @Column('bigint', { name: 'most_vnd' })
  mostVnd: number;

  /** What somebody of the post found out. */
  @Column('text', { nullable: true })
  finding: string | null;

  /** Why it was refused, or what was said with the sum. */
  @Column('text', { nullable: true })
  answer: string | null;

  /** What the post pays, đồng. */
  @Column('bigint', { name: 'sum_vnd', nullable: true })
  sumVnd: number | null;

  /** Of the transfer or receipt by which it was paid. */
  @Column('text', { nullable: true })
  reference: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
