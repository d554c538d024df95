import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { requireOwnHousehold } from '@choxa/households';
import { Clock, Database, sql, type Actor, type Tx } from '@choxa/platform';
import { ProductSheetEntity } from './product-sheet.entity.js';
import { readSheetFile, type SheetFile } from './read-sheet-file.js';
import { readSheetRow, SheetRepeats, type SheetRowReading } from './sheet-row.rules.js';

export interface SentSheet {
  /** The actor's only household unless told. */
  householdId?: string | null;
  fileName: string;
  bytes: Buffer;
}

const BATCH = 1000;
/** Sheets that were looked at and never brought in are forgotten, so that trying again and again fills nothing. */
const KEPT_PREVIEWS = 5;

/** A household sends a file of products. It is read and judged row by row; nothing of it becomes a product yet. */
@Injectable()
export class PreviewSheet {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Id of the sheet. Throws `not-found`, `household.choose`, and `sheet.*` on a file that cannot be taken: nothing is kept of it. */
  async run(actor: Actor, { householdId: asked, fileName, bytes }: SentSheet): Promise<string> {
    const householdId = requireOwnHousehold(actor, asked);
    const file = await readSheetFile(bytes);
    const readings = readingsOf(file);
    const sheet = {
      id: randomUUID(),
      householdId,
      fileName: fileName.normalize('NFC').slice(-120) || 'san-pham',
      ignoredColumns: file.ignored.slice(0, 50),
      rows: file.rows.length,
      goodRows: readings.filter(({ pack }) => pack).length,
      state: 'previewed' as const,
      sentBy: actor.accountId,
      sentAt: this.clock.now(),
      doneAt: null,
    };
    await this.db.transaction(async (tx) => {
      await tx.insert(ProductSheetEntity, sheet);
      for (let at = 0; at < readings.length; at += BATCH)
        await insertRows(tx, sheet.id, file.rows.slice(at, at + BATCH), readings.slice(at, at + BATCH));
      await forgetOldPreviews(tx, householdId);
    });
    return sheet.id;
  }
}

function readingsOf({ rows }: SheetFile): SheetRowReading[] {
  const repeats = new SheetRepeats();
  return rows.map(({ cells }): SheetRowReading => {
    const reading = readSheetRow(cells);
    const faults = reading.pack ? repeats.faultsOf(reading.pack) : [];
    return faults.length ? { pack: null, faults } : reading;
  });
}

async function insertRows(tx: Tx, sheetId: string, rows: SheetFile['rows'], readings: SheetRowReading[]): Promise<void> {
  await sql(
    tx,
    `insert into catalogue.product_sheet_row (sheet_id, row, cells, faults, pack)
     select $1, row, cells, faults, nullif(pack, 'null') from jsonb_to_recordset($2::jsonb) as given (row int, cells jsonb, faults jsonb, pack jsonb)`,
    [sheetId, JSON.stringify(rows.map(({ row, cells }, n) => ({ row, cells, ...readings[n] })))],
  );
}

async function forgetOldPreviews(tx: Tx, householdId: string): Promise<void> {
  await sql(
    tx,
    `delete from catalogue.product_sheet where state = 'previewed' and household_id = $1 and id not in
       (select id from catalogue.product_sheet where state = 'previewed' and household_id = $1 order by sent_at desc, id desc limit ${KEPT_PREVIEWS})`,
    [householdId],
  );
}
