import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A class for households, held by a post office in one commune. */
@Entity({ schema: 'households', name: 'training_session' })
@Index('training_session_newest', ['heldOn', 'id'])
export class TrainingSessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Local day. */
  @Column('date', { name: 'held_on' })
  heldOn: string;

  @Column('text')
  topic: string;

  /** House or hall, as people there call it. */
  @Column('text')
  place: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  @Column('text', { name: 'commune_name' })
  communeName: string;

  @Column('text', { name: 'province_code' })
  provinceCode: string;

  @Column('text', { name: 'province_name' })
  provinceName: string;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
