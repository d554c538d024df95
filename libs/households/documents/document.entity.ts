import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { HouseholdEntity } from '../households/household.entity.js';
import type { DocumentKind, FileType } from './document.rules.js';

/** A paper of a household, declared by it and perhaps seen by somebody: licence, GS1 prefix, brand licence, recognition, identity. */
@Entity({ schema: 'households', name: 'document' })
@Index('document_of_household', ['householdId'], { where: 'removed_at is null' })
@Index('document_expiry', ['expiresOn'], { where: 'removed_at is null and expiry_told_at is null' })
@Check('document_kind', `kind in ('gs1_prefix', 'licence', 'brand_licence', 'recognition', 'identity')`)
@Check('document_set', `(kind = 'licence') = (set_code is not null)`)
@Check('document_type', `file_type in ('application/pdf', 'image/webp')`)
@Check('document_days', 'expires_on >= issued_on')
@Check('document_one_verdict', 'seen_at is null or refused_at is null')
export class DocumentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: 'household_id', foreignKeyConstraintName: 'document_household' })
  household?: HouseholdEntity;

  @Column('text')
  kind: DocumentKind;

  /** Of a licence: the product set it lets the household sell. */
  @Column('text', { name: 'set_code', nullable: true })
  setCode: string | null;

  @Column('text')
  number: string;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn: string | null;

  /** Last day; null where the paper has none. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

  @Column('text', { name: 'file_key' })
  fileKey: string;

  @Column('text', { name: 'file_type' })
  fileType: FileType;

  @Column('int', { name: 'file_bytes' })
  fileBytes: number;

  @Column('timestamptz', { name: 'added_at' })
  addedAt: Date;

  /** Account. */
  @Column('uuid', { name: 'added_by' })
  addedBy: string;

  @Column('timestamptz', { name: 'seen_at', nullable: true })
  seenAt: Date | null;

  /** Account. */
  @Column('uuid', { name: 'seen_by', nullable: true })
  seenBy: string | null;

  @Column('timestamptz', { name: 'refused_at', nullable: true })
  refusedAt: Date | null;

  /** Account. */
  @Column('uuid', { name: 'refused_by', nullable: true })
  refusedBy: string | null;

  /** Why, for the household to read. */
  @Column('text', { nullable: true })
  refusal: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;

  /** When the household was told that it has run out. */
  @Column('timestamptz', { name: 'expiry_told_at', nullable: true })
  expiryToldAt: Date | null;
}
