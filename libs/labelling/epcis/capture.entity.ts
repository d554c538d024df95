import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CaptureResult, ErrorBehaviour } from './capture.rules.js';

/** One EPCIS document sent in, and what became of each of its events. The events themselves are trace events of their lots. */
@Entity({ schema: 'labelling', name: 'epcis_capture' })
@Check('epcis_capture_behaviour', `error_behaviour in ('proceed', 'rollback')`)
@Index('epcis_capture_account', ['accountId', 'receivedAt'])
export class CaptureEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Who sent it; nobody else finds it. */
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text', { name: 'error_behaviour' })
  errorBehaviour: ErrorBehaviour;

  /** No event was rejected. */
  @Column('boolean')
  success: boolean;

  @Column('jsonb')
  results: CaptureResult[];
}
