import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A bank that takes part in VietQR, by its BIN. */
@Entity({ schema: 'households', name: 'bank' })
@Check('bank_bin', `bin ~ '^[0-9]{6}$'`)
@Check('bank_period', 'valid_to is null or valid_to >= valid_from')
export class BankEntity {
  @PrimaryColumn('text')
  bin: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day; null while it is in force. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('text', { name: 'short_name' })
  shortName: string;

  @Column('text')
  name: string;

  /** Whose list it comes from. */
  @Column('text')
  basis: string;
}
