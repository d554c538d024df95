import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** `previewed` until the household says go; `importing` while its rows are written in the background. */
export const SHEET_STATES = ['previewed', 'importing', 'done'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

/** A file of products that a household sent: read, judged row by row, then brought in on its word. */
@Entity({ schema: 'catalogue', name: 'product_sheet' })
@Check('product_sheet_state', `state in ('previewed', 'importing', 'done')`)
@Check('product_sheet_rows', 'good_rows between 0 and rows')
@Check('product_sheet_done_at', `(state = 'done') = (done_at is not null)`)
@Index('product_sheet_household', ['householdId', 'sentAt', 'id'])
export class ProductSheetEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'household_id' })
  householdId: string;

  @Column('text', { name: 'file_name' })
  fileName: string;

  /** Names of columns nobody reads, as they stood in the header. */
  @Column('text', { name: 'ignored_columns', array: true })
  ignoredColumns: string[];

  @Column('int')
  rows: number;

  @Column('int', { name: 'good_rows' })
  goodRows: number;

  @Column('text')
  state: SheetState;

  @Column('uuid', { name: 'sent_by' })
  sentBy: string;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt: Date | null;
}
