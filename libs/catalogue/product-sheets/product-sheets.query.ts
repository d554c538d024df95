import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, pageOf, platformProblem, sql, Database, type Actor, type Page } from '@choxa/platform';
import type { SheetOutcome } from './product-sheet-row.entity.js';
import type { SheetState } from './product-sheet.entity.js';
import type { SheetCells } from './sheet-columns.js';
import type { SheetFault } from './sheet-row.rules.js';

export interface SheetView {
  id: string;
  fileName: string;
  state: SheetState;
  rows: number;
  goodRows: number;
  ignoredColumns: string[];
  sentAt: Date;
  /** Good rows written so far, by what became of them. */
  created: number;
  updated: number;
  same: number;
}

export interface SheetRowView {
  row: number;
  cells: SheetCells;
  faults: SheetFault[];
  outcome: SheetOutcome | null;
  productId: string | null;
}

/** A household's own product sheets; another's are not found. */
@Injectable()
export class ProductSheets {
  constructor(private readonly db: Database) {}

  /** Throws `not-found`. */
  async one(actor: Actor, sheetId: string): Promise<SheetView> {
    const [sheet] = await sql<SheetView>(this.db.read, SHEET, [sheetId, actor.scope('household', 'household')]);
    if (!sheet) throw platformProblem('not-found');
    return sheet;
  }

  /** Rows in the file's order; `faulty`: only those with something wrong, or only those without. Throws `not-found`. */
  async rows(
    actor: Actor,
    sheetId: string,
    { faulty, limit = DEFAULT_LIMIT, cursor }: { faulty?: boolean; limit?: number; cursor?: string },
  ): Promise<Page<SheetRowView>> {
    await this.one(actor, sheetId);
    const after = cursor ? Number(decodeCursor(cursor, 1)[0]) : 0;
    const rows = await sql<SheetRowView>(
      this.db.read,
      `select row, cells, faults, outcome, product_id as "productId" from catalogue.product_sheet_row
        where sheet_id = $1 and row > $2 and ($3::boolean is null or (pack is null) = $3) order by row limit $4`,
      [sheetId, Number.isSafeInteger(after) ? after : 0, faulty ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      ({ row }) => [row],
      (row) => row,
    );
  }

  /** Every faulty row, for the file that goes back. Throws `not-found`. */
  async faultyRows(actor: Actor, sheetId: string): Promise<SheetRowView[]> {
    await this.one(actor, sheetId);
    return sql<SheetRowView>(
      this.db.read,
      `select row, cells, faults, outcome, product_id as "productId" from catalogue.product_sheet_row
        where sheet_id = $1 and pack is null order by row`,
      [sheetId],
    );
  }
}

const SHEET = `
  select sheet.id, file_name as "fileName", state, rows, good_rows as "goodRows", ignored_columns as "ignoredColumns", sent_at as "sentAt",
         done.created, done.updated, done.same
    from catalogue.product_sheet sheet
    cross join lateral (select count(*) filter (where outcome = 'created')::int as created,
                               count(*) filter (where outcome = 'updated')::int as updated,
                               count(*) filter (where outcome = 'same')::int as same
                          from catalogue.product_sheet_row where sheet_id = sheet.id) done
   where sheet.id = $1 and household_id::text = any($2)`;
