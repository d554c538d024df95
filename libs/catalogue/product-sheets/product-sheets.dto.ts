import { Flag, Instant, Int, ListOf, OneOf, PageQuery, Text, Texts, Uuid } from '@choxa/platform';
import { SHEET_OUTCOMES, type SheetOutcome } from './product-sheet-row.entity.js';
import { SHEET_STATES, type SheetState } from './product-sheet.entity.js';
import type { SheetRowView, SheetView } from './product-sheets.query.js';
import { SHEET_COLUMN_CODES, SHEET_COLUMNS, type SheetColumnCode } from './sheet-columns.js';
import { SHEET_FAULTS } from './sheet-faults.js';

export class SendSheetQuery {
  @Uuid({ optional: true, description: 'The only household of the caller unless told' }) household?: string;
}

export class ProductSheetDto {
  @Uuid() id: string;
  @Text() fileName: string;
  @OneOf(SHEET_STATES) state: SheetState;
  @Int() rows: number;
  @Int() goodRows: number;
  @Int() faultyRows: number;
  @Texts({ description: 'Columns of the file that nobody reads' }) ignoredColumns: string[];
  @Instant() sentAt: string;
  @Int({ description: 'Good rows written so far' }) writtenRows: number;
  @Int() created: number;
  @Int() updated: number;
  @Int({ description: 'Rows that changed nothing' }) same: number;
}

export class SheetRowsQuery extends PageQuery {
  @Flag({ optional: true, description: 'true: only rows with a fault; false: only good ones' }) faulty?: boolean;
}

export class SheetCellDto {
  @OneOf(SHEET_COLUMN_CODES) column: SheetColumnCode;
  @Text() columnVi: string;
  @Text() columnEn: string;
  @Text({ max: 8000, description: 'As it stood in the file' }) text: string;
  @Text({ optional: true, description: 'Code of what is wrong' }) fault: string | null;
  @Text({ optional: true }) faultVi: string | null;
  @Text({ optional: true }) faultEn: string | null;
}

export class SheetRowDto {
  @Int({ description: 'As a spreadsheet counts: the header is row 1' }) row: number;
  @ListOf(() => SheetCellDto) cells: SheetCellDto[];
  @OneOf(SHEET_OUTCOMES, { optional: true, description: 'Null until it is written' }) outcome: SheetOutcome | null;
  @Uuid({ optional: true }) productId: string | null;
}

export class SheetRowsDto {
  @ListOf(() => SheetRowDto) data: SheetRowDto[];
  @Text({ optional: true }) next: string | null;
}

export function toSheetDto({ rows, goodRows, created, updated, same, sentAt, ...sheet }: SheetView): ProductSheetDto {
  return {
    ...sheet,
    rows,
    goodRows,
    faultyRows: rows - goodRows,
    sentAt: sentAt.toISOString(),
    writtenRows: created + updated + same,
    created,
    updated,
    same,
  };
}

/** Cells that say something or should: required ones that are empty are there with their fault. */
export function toSheetRowDto({ row, cells, faults, outcome, productId }: SheetRowView): SheetRowDto {
  const shown = SHEET_COLUMN_CODES.filter((code) => cells[code] !== undefined || faults.some(({ column }) => column === code));
  return {
    row,
    outcome,
    productId,
    cells: shown.map((column) => {
      const fault = faults.find((one) => one.column === column)?.code ?? null;
      const { vi: columnVi, en: columnEn } = SHEET_COLUMNS[column];
      return {
        column,
        columnVi,
        columnEn,
        text: cells[column] ?? '',
        fault,
        faultVi: fault && SHEET_FAULTS[fault].vi,
        faultEn: fault && SHEET_FAULTS[fault].en,
      };
    }),
  };
}
