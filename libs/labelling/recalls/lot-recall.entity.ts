import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LotEntity } from '../lots/lot.entity.js';
import type { RecalledAs, RecallReason, RecallScope } from './recall.rules.js';

/** A lot taken back by its household or by an official. While it runs, nothing of it is sold; ending it does not undo what was told to buyers. */
@Entity({ schema: 'labelling', name: 'lot_recall' })
@Check('lot_recall_scope', `scope in ('lot', 'pack')`)
@Check('lot_recall_reason', `reason in ('contamination', 'allergen', 'spoiled', 'wrong_label', 'other')`)
@Check('lot_recall_as', `recalled_as in ('household', 'official')`)
@Check(
  'lot_recall_ended',
  '(ended_at is null) = (ended_by is null) and (ended_at is null) = (end_note is null) and ended_at >= recalled_at',
)
@Index('lot_recall_running', ['lotId'], { unique: true, where: 'ended_at is null' })
@Index('lot_recall_pack', ['packId'])
@Index('lot_recall_newest', ['recalledAt', 'id'])
export class LotRecallEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => LotEntity, { name: 'lot_recall_lot_fk' })
  @Column('uuid', { name: 'lot_id' })
  lotId: string;

  @Column('uuid', { name: 'pack_id' })
  packId: string;

  /** The household's province when the lot was taken back: whose officials see it. */
  @Column('text', { name: 'province_code', nullable: true })
  provinceCode: string | null;

  @Column('text')
  scope: RecallScope;

  @Column('text')
  reason: RecallReason;

  /** What is wrong and what buyers should do; shown to everybody. */
  @Column('text')
  note: string;

  @Column('timestamptz', { name: 'recalled_at' })
  recalledAt: Date;

  @Column('uuid', { name: 'recalled_by' })
  recalledBy: string;

  @Column('text', { name: 'recalled_as' })
  recalledAs: RecalledAs;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column('text', { name: 'end_note', nullable: true })
  endNote: string | null;
}
