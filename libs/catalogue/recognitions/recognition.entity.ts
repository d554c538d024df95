import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProductEntity } from '../products/product.entity.js';
import type { IssuingLevel, RecognitionStatus } from './recognition.rules.js';

/**
 * The OCOP decision on a product. The household declares it, one official enters it, a second one confirms it; stars are shown only from
 * confirmed ones that have not expired; two officials may correct or revoke it. There is no national number: authority, decision number, day and product together are its key.
 */
@Entity({ schema: 'catalogue', name: 'recognition' })
@Check('recognition_status', `status in ('declared', 'entered', 'confirmed', 'revoked')`)
@Check('recognition_stars', 'stars between 3 and 5')
@Check('recognition_issuing_level', `issuing_level in ('district_legacy', 'province', 'central')`)
@Check('recognition_source', `source in ('household', 'import', 'official')`)
@Check('recognition_two_people', 'confirmed_by <> entered_by')
@Check(
  'recognition_whole',
  `status = 'declared' or (entered_by is not null and authority is not null and decision_number is not null and decision_date is not null and expires_on is not null)`,
)
@Check('recognition_confirmed', `status = 'revoked' or (status = 'confirmed') = (confirmed_by is not null)`)
@Index('recognition_expiry', ['expiresOn', 'id'], { where: `status = 'confirmed'` })
@Unique('recognition_key', ['productId', 'authority', 'decisionNumber', 'decisionDate'])
export class RecognitionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => ProductEntity, { name: 'recognition_product_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('text')
  status: RecognitionStatus;

  @Column('text')
  source: 'household' | 'import' | 'official';

  @Column('int')
  stars: number;

  @Column('text', { nullable: true })
  authority: string | null;

  @Column('text', { name: 'decision_number', nullable: true })
  decisionNumber: string | null;

  @Column('date', { name: 'decision_date', nullable: true })
  decisionDate: string | null;

  /** Year of the decision where a list names no more than that. */
  @Column('int', { nullable: true })
  year: number | null;

  @Column('text', { name: 'issuing_level' })
  issuingLevel: IssuingLevel;

  /** The product set as the decision names it: older decisions sort by their own lists of sets. */
  @Column('text', { name: 'set_named', nullable: true })
  setNamed: string | null;

  /** Last day on which it holds; null when nothing is known of when it was given. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn: string | null;

  @Column('uuid', { name: 'declared_by', nullable: true })
  declaredBy: string | null;

  @Column('uuid', { name: 'entered_by', nullable: true })
  enteredBy: string | null;

  @Column('timestamptz', { name: 'entered_at', nullable: true })
  enteredAt: Date | null;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
