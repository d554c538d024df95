import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SampleEntity } from '../samples/sample.entity.js';

/** A photo an inspector took of a label, as we made it anew. It is sent before the inspection that names it. */
@Entity({ schema: 'audit', name: 'inspection_photo' })
@Index('inspection_photo_once', ['sampleId', 'takenBy', 'contentHash'], { unique: true })
export class InspectionPhotoEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_inspection_photo' })
  id: string;

  @ForeignKey(() => SampleEntity, { name: 'inspection_photo_sample' })
  @Column('uuid', { name: 'sample_id' })
  sampleId: string;

  /** SHA-256 of the stored file: the same picture twice has the same one. */
  @Column('text', { name: 'content_hash' })
  contentHash: string;

  /** Account of the official. */
  @Column('uuid', { name: 'taken_by' })
  takenBy: string;

  @Column('timestamptz', { name: 'taken_at' })
  takenAt: Date;
}
