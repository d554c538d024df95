import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { Obstacle } from '@choxa/platform';
import { AccountEntity } from '../accounts/account.entity.js';
import type { DeletionState } from './deletion.rules.js';

/** Somebody wants their data gone. Its days are worked out when it is made, by the periods and holidays of that day. */
@Entity({ schema: 'identity', name: 'deletion_request' })
@Index('deletion_request_open', ['accountId'], { unique: true, where: `state in ('accepted', 'held')` })
@Index('deletion_request_due', ['dueOn', 'id'])
@Check('deletion_request_state', `state in ('accepted', 'held', 'done', 'withdrawn')`)
@Check('deletion_request_closed', `(state in ('done', 'withdrawn')) = (closed_at is not null)`)
export class DeletionRequestEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'deletion_request_account' })
  account?: AccountEntity;

  @Column('text')
  state: DeletionState;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  /** Last day on which the person must have heard what becomes of it. */
  @Column('date', { name: 'answer_due_on' })
  answerDueOn: string;

  /** When the person was told; the machine answers at once. */
  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt: Date | null;

  /** First day on which it is carried out: until then the person may change their mind. */
  @Column('date', { name: 'not_before' })
  notBefore: string;

  /** Last day on which it must be carried out. */
  @Column('date', { name: 'due_on' })
  dueOn: string;

  /** What stood in the way when it was last looked at. */
  @Column('jsonb')
  obstacles: Obstacle[];

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}
