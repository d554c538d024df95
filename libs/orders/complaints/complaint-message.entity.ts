import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ComplaintEntity } from './complaint.entity.js';
import type { ComplaintParty } from './complaint.rules.js';

/** What one side of a complaint wrote. Only the side is shown, never who of it. */
@Entity({ schema: 'orders', name: 'complaint_message' })
@Index('complaint_message_complaint', ['complaintId', 'at'])
@Check('complaint_message_author', `author in ('buyer', 'household', 'post', 'official')`)
export class ComplaintMessageEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'complaint_id' })
  complaintId: string;

  @ManyToOne(() => ComplaintEntity)
  @JoinColumn({ name: 'complaint_id', foreignKeyConstraintName: 'complaint_message_of_complaint' })
  complaint: ComplaintEntity;

  @Column('text')
  author: ComplaintParty;

  @Column('text')
  text: string;

  @Column('timestamptz')
  at: Date;
}
