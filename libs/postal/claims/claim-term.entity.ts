import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClaimKind } from './claim.rules.js';

/** How long, from when and for how much one may ask for compensation while the row holds. */
@Entity({ schema: 'postal', name: 'claim_term' })
@Check('claim_term_kind', `kind in ('lost', 'delayed', 'damaged', 'price')`)
@Check('claim_term_counted_from', `counted_from in ('acceptance', 'delivery')`)
@Check('claim_term_amounts', 'window_months > 0 and answer_working_days > 0 and postage_multiple > 0')
@Check('claim_term_validity', 'valid_to is null or valid_to > valid_from')
export class ClaimTermEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_claim_term' })
  kind: ClaimKind;

  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'PK_claim_term' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('int', { name: 'window_months' })
  windowMonths: number;

  @Column('text', { name: 'counted_from' })
  countedFrom: 'acceptance' | 'delivery';

  @Column('int', { name: 'answer_working_days' })
  answerWorkingDays: number;

  /** Times the postage, where nobody said what the goods are worth. */
  @Column('int', { name: 'postage_multiple' })
  postageMultiple: number;

  @Column('text')
  basis: string;
}
