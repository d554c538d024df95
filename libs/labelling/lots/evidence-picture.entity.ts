import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LotEntity } from './lot.entity.js';
import { TraceEventEntity } from './trace-event.entity.js';

/** A picture a household took of its lot, or of one step of it. Made anew from the upload, without metadata. */
@Entity({ schema: 'labelling', name: 'evidence_picture' })
@Index('evidence_picture_once', ['lotId', 'key'], { unique: true })
export class EvidencePictureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => LotEntity, { name: 'evidence_picture_lot_fk' })
  @Column('uuid', { name: 'lot_id' })
  lotId: string;

  /** Null for a picture of the lot as such. */
  @ForeignKey(() => TraceEventEntity, { name: 'evidence_picture_event_fk' })
  @Column('uuid', { name: 'event_id', nullable: true })
  eventId: string | null;

  /** Where it is served from: `/api/v1/images/{key}-800.webp`. */
  @Column('text')
  key: string;

  /** Pixels of the page size. */
  @Column('int')
  width: number;

  @Column('int')
  height: number;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;

  @Column('uuid', { name: 'added_by' })
  addedBy: string;
}
