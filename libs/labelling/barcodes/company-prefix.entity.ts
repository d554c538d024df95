import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A GS1 company prefix a household says it (or its subject) holds. Declared only: nobody has seen the certificate. */
@Entity({ schema: 'labelling', name: 'company_prefix' })
export class CompanyPrefixEntity {
  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId: string;

  /** 4–12 digits as they stand at the head of a 13-digit number. */
  @PrimaryColumn('text')
  prefix: string;

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt: Date;

  @Column('uuid', { name: 'declared_by' })
  declaredBy: string;
}
