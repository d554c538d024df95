import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A place an account has goods sent to. Orders copy it; changing or deleting it changes no order. */
@Entity({ schema: 'orders', name: 'saved_address' })
@Index('saved_address_account', ['accountId', 'savedAt'])
@Index('saved_address_default', ['accountId'], { unique: true, where: 'is_default' })
@Check('saved_address_digital', `digital_address ~ '^[0-9]{5}[0-9A-Z]{7}$'`)
export class SavedAddressEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  /** The person's own word for it: "Nhà", "Cơ quan". */
  @Column('text')
  label: string;

  @Column('text', { name: 'recipient_name' })
  recipientName: string;

  /** E.164. */
  @Column('text')
  phone: string;

  @Column('text', { name: 'commune_code' })
  communeCode: string;

  /** Names as they were when it was saved: a commune that is merged later is still understood by them. */
  @Column('text', { name: 'commune_name' })
  communeName: string;

  @Column('text', { name: 'province_name' })
  provinceName: string;

  @Column('text')
  street: string;

  /** Twelve characters, the first five the postcode; opaque to us. */
  @Column('text', { name: 'digital_address', nullable: true })
  digitalAddress: string | null;

  /** The one offered first; one of an account at most. */
  @Column('boolean', { name: 'is_default' })
  isDefault: boolean;

  @Column('timestamptz', { name: 'saved_at' })
  savedAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
