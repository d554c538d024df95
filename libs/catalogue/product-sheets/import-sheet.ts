import { Injectable } from '@nestjs/common';
import { Database, Events, platformProblem, sql, Trail, type Actor } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { ProductSheetAdvanced } from './product-sheet.events.js';

/** The household says go: the good rows of a sheet are brought in, in the background. Saying it twice changes nothing. */
@Injectable()
export class ImportSheet {
  constructor(
    private readonly db: Database,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found`, `sheet.no-good-row`. */
  async run(actor: Actor, sheetId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [sheet] = await sql<{ state: string; good_rows: number }>(
        tx,
        'select state, good_rows from catalogue.product_sheet where id = $1 and household_id::text = any($2) for update',
        [sheetId, actor.scope('household', 'household')],
      );
      if (!sheet) throw platformProblem('not-found');
      if (sheet.state !== 'previewed') return;
      if (!sheet.good_rows) throw problem('sheet.no-good-row');
      await sql(tx, `update catalogue.product_sheet set state = 'importing' where id = $1`, [sheetId]);
      await this.trail.record(tx, actor, {
        action: 'product-sheet.accepted',
        subjectKind: 'product-sheet',
        subjectId: sheetId,
        details: { goodRows: sheet.good_rows },
      });
      await this.events.publish(tx, ProductSheetAdvanced, { sheetId });
    });
  }
}
