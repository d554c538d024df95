import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A recognition that two officials confirmed, as they settled it last. It holds on local days, the last one included. */
@Entity({ schema: 'audit', name: 'recognition' })
@Index('recognition_household', ['householdId'])
export class RecognitionEntity {
  @PrimaryColumn('uuid', { name: 'recognition_id' })
  recognitionId: string;

  @Column('uuid', { name: 'product_id' })
  productId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('int')
  stars: number;

  @Column('date', { name: 'valid_from' })
  validFrom: string;

  @Column('date', { name: 'valid_to' })
  validTo: string;

  /** The day from which on it holds no more; null unless it was revoked. */
  @Column('date', { name: 'revoked_on', nullable: true })
  revokedOn: string | null;

  @Column('timestamptz', { name: 'settled_at' })
  settledAt: Date;
}
