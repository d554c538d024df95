import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NumberKind } from '@choxa/standards';

/**
 * A number once given to a pack. It stays for ever: a corrected one becomes `replaced`, still resolves to its pack, and is never given to another.
 */
@Entity({ schema: 'labelling', name: 'barcode' })
@Unique('barcode_number', ['number'])
@Check('barcode_kind', `kind in ('gtin', 'internal')`)
@Check('barcode_state', `state in ('current', 'replaced')`)
@Check('barcode_replaced_at', `(state = 'replaced') = (replaced_at is not null)`)
@Check('barcode_digits', `number ~ '^[0-9]{14}$'`)
// An internal number lies in 04…, and nothing else does: it can never pass for a licensed one.
@Check('barcode_internal_range', `(kind = 'internal') = (number like '004%')`)
@Index('barcode_current', ['packId'], { unique: true, where: `state = 'current'` })
@Index('barcode_pack', ['packId', 'allottedAt'])
export class BarcodeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'pack_id' })
  packId: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('text')
  kind: NumberKind;

  /** 14 digits, zeros in front; never a number type. */
  @Column('text')
  number: string;

  @Column('text')
  state: 'current' | 'replaced';

  @Column('timestamptz', { name: 'allotted_at' })
  allottedAt: Date;

  @Column('uuid', { name: 'allotted_by' })
  allottedBy: string;

  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt: Date | null;
}
