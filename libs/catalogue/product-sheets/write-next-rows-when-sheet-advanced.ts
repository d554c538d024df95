import { Clock, Events, Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import { ProductSheetAdvanced, type ProductSheetAdvancedV1 } from './product-sheet.events.js';
import type { SheetPack } from './sheet-row.rules.js';
import { WriteSheetRows } from './write-sheet-rows.js';

/** Rows of one batch; a second or two of work, far below what a job may take. */
const BATCH = 500;

/** Writes a sheet batch by batch, each in its own transaction: a process that is killed goes on where the last batch ended. */
@Handles(ProductSheetAdvanced)
export class WriteNextRowsWhenSheetAdvanced implements EventHandler<ProductSheetAdvancedV1> {
  constructor(
    private readonly writer: WriteSheetRows,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  async handle(tx: Tx, { data: { sheetId } }: EventEnvelope<ProductSheetAdvancedV1>): Promise<void> {
    const [sheet] = await sql<{ householdId: string }>(
      tx,
      `select household_id as "householdId" from catalogue.product_sheet where id = $1 and state = 'importing' for update`,
      [sheetId],
    );
    if (!sheet) return;
    const rows = await sql<{ row: number; pack: SheetPack }>(
      tx,
      `select row, pack from catalogue.product_sheet_row where sheet_id = $1 and pack is not null and outcome is null order by row limit ${BATCH}`,
      [sheetId],
    );
    const written = await this.writer.write(
      tx,
      sheet.householdId,
      rows.map(({ pack }) => pack),
    );
    await sql(
      tx,
      `update catalogue.product_sheet_row as line set outcome = given.outcome, product_id = given."productId"
         from jsonb_to_recordset($2::jsonb) as given (row int, outcome text, "productId" uuid)
        where line.sheet_id = $1 and line.row = given.row`,
      [sheetId, JSON.stringify(rows.map(({ row }, n) => ({ row, ...written[n] })))],
    );
    if (rows.length === BATCH) await this.events.publish(tx, ProductSheetAdvanced, { sheetId });
    else await sql(tx, `update catalogue.product_sheet set state = 'done', done_at = $2 where id = $1`, [sheetId, this.clock.now()]);
  }
}
