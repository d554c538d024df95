import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ParcelEntity } from '../parcels/parcel.entity.js';

export const RETURN_REASONS = ['refused', 'undeliverable', 'not_collected', 'asked_by_sender', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Why a parcel was turned back to its sender, and by which rule. Kept beside the RTS scan, which it names; a later one follows a correction. */
@Entity({ schema: 'postal', name: 'return_decision' })
@Check('return_decision_reason', `reason in ('refused', 'undeliverable', 'not_collected', 'asked_by_sender', 'other')`)
export class ReturnDecisionEntity {
  /** Id of the RTS scan. */
  @PrimaryColumn('uuid', { name: 'scan_id', primaryKeyConstraintName: 'PK_return_decision' })
  scanId: string;

  @ForeignKey(() => ParcelEntity, { name: 'return_decision_parcel' })
  @Column('text', { name: 'parcel_number' })
  parcelNumber: string;

  @Column('text')
  reason: ReturnReason;

  @Column('text')
  basis: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt: Date;

  /** Account of the clerk; null where the rule turned it back by itself. */
  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;
}
