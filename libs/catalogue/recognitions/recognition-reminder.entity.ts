import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RecognitionEntity } from './recognition.entity.js';

/** The household was told that a certificate ends in so many days; each step is told once, or was passed over. */
@Entity({ schema: 'catalogue', name: 'recognition_reminder' })
export class RecognitionReminderEntity {
  @PrimaryColumn('uuid', { name: 'recognition_id' })
  @ForeignKey(() => RecognitionEntity, { name: 'recognition_reminder_recognition', onDelete: 'CASCADE' })
  recognitionId: string;

  /** One of the steps of the rule in force, e.g. 90. */
  @PrimaryColumn('int', { name: 'days_before' })
  daysBefore: number;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;
}
