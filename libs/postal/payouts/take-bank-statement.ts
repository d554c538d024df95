import { Injectable } from '@nestjs/common';
import { readTable, sql, type Actor, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockedBatch } from './locked-batch.js';
import type { StatementTakenDto } from './payout-batch.dto.js';
import type { LineState } from './payout-line.entity.js';
import { lineReference } from './payout-lines.rules.js';
import { SettlePayoutLine } from './settle-payout-line.js';
import { readStatementRow } from './statement-rows.rules.js';

interface Line {
  id: string;
  place: number;
  paidVnd: number;
  state: LineState;
}

const MOST_ROWS = 20_000;
/** What is written with a line that the bank says did not arrive. */
const BANK_SAYS = 'Ngân hàng báo không thành công';

/** Settles the lines of a confirmed batch by the bank's own list: paid, or not arrived. What does not fit is named and settles nothing. */
@Injectable()
export class TakeBankStatement {
  constructor(
    private readonly db: PostalDatabase,
    private readonly settleLine: SettlePayoutLine,
  ) {}

  /** The same file again changes nothing. @throws Problem `payout.unknown`, `payout.not-confirmed`, `sheet.*` */
  async run(actor: Actor, id: string, bytes: Buffer): Promise<StatementTakenDto> {
    const table = await readTable(bytes, MOST_ROWS);
    return this.db.transaction(async (tx) => {
      const batch = await lockedBatch(tx, actor, id);
      if (batch.state !== 'confirmed') throw postalProblem('payout.not-confirmed');
      const lines = new Map((await linesOf(tx, id)).map((line) => [lineReference(batch.reference, line.place), line]));
      const awaited = [...lines].map(([reference, { paidVnd }]) => ({ reference, paidVnd }));
      const taken: StatementTakenDto = { paid: 0, failed: 0, known: 0, odd: [] };
      for (const [index, cells] of table.entries()) {
        const row = readStatementRow(cells, awaited);
        if (!row) continue;
        const line = lines.get(row.reference)!;
        if (row.outcome === 'amount_differs') taken.odd.push({ row: index + 1, reference: row.reference, outcome: 'amount_differs' });
        else if (line.state === row.outcome) taken.known += 1;
        else if (line.state !== 'waiting') taken.odd.push({ row: index + 1, reference: row.reference, outcome: 'settled' });
        else {
          await this.settleLine.within(tx, actor, batch, line.id, { outcome: row.outcome, reason: BANK_SAYS });
          line.state = row.outcome;
          taken[row.outcome] += 1;
        }
      }
      return taken;
    });
  }
}

function linesOf(tx: Tx, batchId: string): Promise<Line[]> {
  return sql(tx, 'select id, place, paid_vnd as "paidVnd", state from postal.payout_line where batch_id = $1 order by place', [batchId]);
}
