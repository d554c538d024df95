import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecognitionEntity } from './recognition.entity.js';
import type { Decision, RecognitionChangeKind, RecognitionChangeState } from './recognition.rules.js';

/**
 * One official wants an entered or confirmed recognition corrected or revoked, another agrees. Until then the recognition stands as it is;
 * the rows are its history.
 */
@Entity({ schema: 'catalogue', name: 'recognition_change' })
@Index('recognition_change_open', ['recognitionId'], { unique: true, where: `state = 'proposed'` })
@Index('recognition_change_of', ['recognitionId', 'proposedAt'])
@Check('recognition_change_kind', `kind in ('correction', 'revocation')`)
@Check('recognition_change_state', `state in ('proposed', 'confirmed', 'dropped')`)
@Check('recognition_change_wanted', `(kind = 'correction') = (wanted is not null)`)
@Check('recognition_change_decided', `(state = 'proposed') = (decided_by is null) and (decided_by is null) = (decided_at is null)`)
@Check('recognition_change_two_people', `state <> 'confirmed' or decided_by <> proposed_by`)
export class RecognitionChangeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => RecognitionEntity, { name: 'recognition_change_recognition', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'recognition_id' })
  recognitionId: string;

  @Column('text')
  kind: RecognitionChangeKind;

  @Column('text')
  state: RecognitionChangeState;

  /** Why, in the official's words; the household is told. */
  @Column('text')
  reason: string;

  /** The decision as it stood when the change was proposed. */
  @Column('jsonb')
  former: Decision;

  /** As it should read; null for a revocation. */
  @Column('jsonb', { nullable: true })
  wanted: Decision | null;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
