import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A postal enterprise. Several run side by side; each sees only its own parcels and offices. */
@Entity({ schema: 'postal', name: 'operator' })
@Unique('operator_code_unique', ['code'])
@Check('operator_code_shape', `code ~ '^[a-z0-9-]{2,40}$'`)
export class OperatorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_operator' })
  id: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
