import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A post clerk scanned packs sold from a lot and read the number they were announced with. The first time counts. */
@Entity({ schema: 'labelling', name: 'barcode_check' })
@Check('barcode_check_number', `number ~ '^[0-9]{14}$'`)
export class BarcodeCheckEntity {
  @PrimaryColumn('uuid', { name: 'lot_id' })
  lotId: string;

  /** 14 digits. A pack that got another number since is not checked. */
  @PrimaryColumn('text')
  number: string;

  @Column('timestamptz', { name: 'checked_at' })
  checkedAt: Date;
}
