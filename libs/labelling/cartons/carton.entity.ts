import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * A carton of equal packs with a GTIN-14 of its own, made of the pack's licensed number. When the pack's number is corrected the carton's is
 * `replaced`; it stays for ever and is never given again.
 */
@Entity({ schema: 'labelling', name: 'carton' })
@Unique('carton_number', ['number'])
@Check('carton_digits', `number ~ '^[1-8][0-9]{13}$'`)
@Check('carton_packs', 'packs_inside between 2 and 10000')
@Check('carton_state', `state in ('current', 'replaced')`)
@Check('carton_replaced_at', `(state = 'replaced') = (replaced_at is not null)`)
@Index('carton_pack', ['packId', 'madeAt'])
export class CartonEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'pack_id' })
  packId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  /** GTIN-14. */
  @Column('text')
  number: string;

  @Column('int', { name: 'packs_inside' })
  packsInside: number;

  @Column('text')
  state: 'current' | 'replaced';

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt: Date | null;
}
