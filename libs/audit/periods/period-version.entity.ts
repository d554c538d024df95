import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A period as it was closed: its figures in one signed document that nobody changes. The first version closes the period; what is found wrong
 * later becomes a further version with its reason, and the older ones stay readable. Append-only: a trigger refuses every change.
 */
@Entity({ schema: 'audit', name: 'period_version' })
@Check('period_version_number', 'version >= 1')
@Check('period_version_reason', `(version = 1) = (reason is null)`)
@Check('period_version_by_two', 'proposed_by <> closed_by')
@Check('period_version_proposed', '(proposed_at is null) = (proposed_by is null)')
@Check('period_version_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class PeriodVersionEntity {
  /** `2026-Q3`, `2026-Q3-YTD` or `2026`. */
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('int')
  version: number;

  /** Canonical JSON; its UTF-8 bytes are what is hashed and signed. */
  @Column('text')
  document: string;

  /** Of the document, hex. */
  @Column('text')
  sha256: string;

  /** Ed25519 over the document, base64. */
  @Column('text')
  signature: string;

  /** Which of the installation's keys signed. */
  @Column('text', { name: 'key_id' })
  keyId: string;

  @Column('timestamptz', { name: 'closed_at' })
  closedAt: Date;

  /** Account of the official who confirmed it. */
  @Column('uuid', { name: 'closed_by' })
  closedBy: string;

  /** When and by whom it was proposed; null of versions that one official closed. */
  @Column('timestamptz', { name: 'proposed_at', nullable: true })
  proposedAt: Date | null;

  @Column('uuid', { name: 'proposed_by', nullable: true })
  proposedBy: string | null;

  /** Why it was corrected; null for the first version. */
  @Column('text', { nullable: true })
  reason: string | null;
}
