import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a household may be suspended, and how many days before it must be told. */
@Entity({ schema: 'households', name: 'suspension_reason' })
@Check('suspension_reason_period', 'valid_to is null or valid_to >= valid_from')
@Check('suspension_reason_notice', 'notice_days >= 0')
export class SuspensionReasonEntity {
  @PrimaryColumn('text')
  code: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day; null while it is in force. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** Days between the announcement and the first day without sales; 0 for at once. */
  @Column('int', { name: 'notice_days' })
  noticeDays: number;

  @Column('int')
  position: number;

  @Column('text')
  vi: string;

  @Column('text')
  en: string;

  /** The law or rule it comes from. */
  @Column('text')
  basis: string;
}
