import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A kind of public service that is counted at counters while the row holds (indicator 14). */
@Entity({ schema: 'postal', name: 'counter_service_kind' })
@Check('counter_service_kind_code', `code ~ '^[a-z_]{2,40}$'`)
@Check('counter_service_kind_validity', 'valid_to is null or valid_to > valid_from')
export class CounterServiceKindEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'PK_counter_service_kind' })
  code: string;

  @Column('text', { name: 'name_vi' })
  nameVi: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @PrimaryColumn('date', { name: 'valid_from', primaryKeyConstraintName: 'PK_counter_service_kind' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text')
  basis: string;
}
