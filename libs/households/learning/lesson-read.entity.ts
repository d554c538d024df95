import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lesson } from './lessons.js';

/** Somebody has read a lesson to its end and said so. */
@Entity({ schema: 'households', name: 'lesson_read' })
export class LessonReadEntity {
  @PrimaryColumn('uuid', { name: 'account_id' })
  accountId: string;

  @PrimaryColumn('text')
  lesson: Lesson;

  @Column('timestamptz', { name: 'read_at' })
  readAt: Date;
}
