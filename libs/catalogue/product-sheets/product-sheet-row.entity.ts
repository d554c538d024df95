import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProductSheetEntity } from './product-sheet.entity.js';
import type { SheetCells } from './sheet-columns.js';
import type { SheetFault, SheetPack } from './sheet-row.rules.js';

/** What became of a good row: a new pack, a known pack with another price or stock, a known pack as it was. */
export const SHEET_OUTCOMES = ['created', 'updated', 'same'] as const;
export type SheetOutcome = (typeof SHEET_OUTCOMES)[number];

/** One row of a product sheet: its cells as they were sent, and either the pack they mean or what is wrong with them. */
@Entity({ schema: 'catalogue', name: 'product_sheet_row' })
@Check('product_sheet_row_reading', '(pack is null) = (jsonb_array_length(faults) > 0)')
@Check('product_sheet_row_outcome', `outcome is null or (outcome in ('created', 'updated', 'same') and pack is not null)`)
@Index('product_sheet_row_waiting', ['sheetId', 'row'], { where: 'pack is not null and outcome is null' })
export class ProductSheetRowEntity {
  @ForeignKey(() => ProductSheetEntity, { name: 'product_sheet_row_sheet_fk', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'sheet_id' })
  sheetId: string;

  /** As a spreadsheet counts: the header is row 1. */
  @PrimaryColumn('int')
  row: number;

  @Column('jsonb')
  cells: SheetCells;

  @Column('jsonb')
  faults: SheetFault[];

  @Column('jsonb', { nullable: true })
  pack: SheetPack | null;

  @Column('text', { nullable: true })
  outcome: SheetOutcome | null;

  @Column('uuid', { name: 'product_id', nullable: true })
  productId: string | null;
}
