import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Which traded lines of a product counted in a closed version, and which of them were self-dealing. The lines themselves are written once, so that their ids
 * are enough to show them again as they were; what comes, goes back or is found out later changes nothing here. Append-only.
 */
@Entity({ schema: 'audit', name: 'period_line' })
@Check('period_line_version', 'version > 0')
@Check('period_line_ids', 'cardinality(line_ids) > 0 and self_dealing_ids <@ line_ids')
export class PeriodLineEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_period_line' })
  period: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'PK_period_line' })
  version: number;

  @PrimaryColumn('uuid', { name: 'product_id', primaryKeyConstraintName: 'PK_period_line' })
  productId: string;

  /** Sorted. */
  @Column('uuid', { name: 'line_ids', array: true })
  lineIds: string[];

  @Column('uuid', { name: 'self_dealing_ids', array: true })
  selfDealingIds: string[];
}
