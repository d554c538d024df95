import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { LABEL_FORMATS, type LabelFormatName } from '../label-sheet/label-format.js';
import { LotEntity } from '../lots/lot.entity.js';

/** Labels handed out to print: when, by whom, on what. Append-only: the database refuses to change or delete one. */
@Entity({ schema: 'labelling', name: 'label_printing' })
@Check('label_printing_format', `format in (${LABEL_FORMATS.map((format) => `'${format}'`).join(', ')})`)
@Check('label_printing_labels', 'labels between 1 and 10000')
@Index('label_printing_by', ['printedBy', 'printedAt'])
export class LabelPrintingEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('text')
  format: LabelFormatName;

  /** Labels of all lines together. */
  @Column('int')
  labels: number;

  @Column('timestamptz', { name: 'printed_at' })
  printedAt: Date;

  @Column('uuid', { name: 'printed_by' })
  printedBy: string;

  /** As the person was called then. */
  @Column('text', { name: 'printed_by_name' })
  printedByName: string;
}

/** The labels of one pack in a printing, with the number and the lot they carry. Append-only. */
@Entity({ schema: 'labelling', name: 'label_printing_line' })
@Check('label_printing_line_copies', 'copies > 0')
@Check('label_printing_line_number', `number ~ '^[0-9]{14}$'`)
@Index('label_printing_line_pack', ['packId'])
export class LabelPrintingLineEntity {
  @ForeignKey(() => LabelPrintingEntity, { name: 'label_printing_line_printing_fk' })
  @PrimaryColumn('uuid', { name: 'printing_id' })
  printingId: string;

  @PrimaryColumn('int')
  position: number;

  @Column('uuid', { name: 'pack_id' })
  packId: string;

  /** Null on a label without a lot. */
  @ForeignKey(() => LotEntity, { name: 'label_printing_line_lot_fk' })
  @Column('uuid', { name: 'lot_id', nullable: true })
  lotId: string | null;

  /** 14 digits. */
  @Column('text')
  number: string;

  @Column('int')
  copies: number;
}
