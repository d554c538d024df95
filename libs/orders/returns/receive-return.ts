import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, type Actor, type Tx } from '@choxa/platform';
import { Stock } from '../stock/stock.js';
import { MoveReturn, type LockedReturn } from './move-return.js';
import { RefundReturn } from './refund-return.js';
import { returnProblem } from './return.problems.js';
import { writeOff } from './write-off.js';

export interface LookedAtLine {
  lineId: string;
  restocked: number;
  writtenOff: number;
}

/** A household has looked at what came back: each pack goes on sale again or is written off, and the buyer's money is owed back. */
@Injectable()
export class ReceiveReturn {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveReturn,
    private readonly refundReturn: RefundReturn,
    private readonly stock: Stock,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found`, `return.state`, `return.counts` */
  async run(actor: Actor, id: string, lines: readonly LookedAtLine[]): Promise<void> {
    await this.db.transaction(async (tx) => {
      const one = await this.moves.lock(tx, id, actor.scope('household', 'household'));
      if (!one) throw platformProblem('not-found');
      await this.moves.step(tx, actor, one, 'received');
      const restocked = await this.write(tx, id, lines);
      await this.stock.giveBack(tx, restocked, this.clock.now());
      // A parcel refused at the door was never paid for.
      if (one.reason) await this.refundReturn.run(tx, actor, one);
    });
  }

  /** What came back was not looked at in time: it counts as received, and nothing of it goes on sale. The caller holds the lock of the return. */
  async unlooked(tx: Tx, one: LockedReturn): Promise<void> {
    await this.moves.step(tx, 'system', one, 'received');
    await writeOff(tx, one.id);
    await this.refundReturn.run(tx, 'system', one);
  }

  /** Writes what became of each line; answers the packs that go on sale again. */
  private async write(tx: Tx, id: string, lines: readonly LookedAtLine[]): Promise<{ packId: string; quantity: number }[]> {
    const written = await sql<{ packId: string; quantity: number }>(
      tx,
      `update orders.return_line back set restocked = given.restocked, written_off = given.written_off
         from unnest($2::uuid[], $3::int[], $4::int[]) as given (line_id, restocked, written_off), orders.order_line line
        where back.return_id = $1 and back.line_id = given.line_id and line.id = back.line_id
          and back.quantity = given.restocked + given.written_off
       returning line.pack_id as "packId", given.restocked as quantity`,
      [id, lines.map((line) => line.lineId), lines.map((line) => line.restocked), lines.map((line) => line.writtenOff)],
    );
    const [count] = await sql<{ n: number }>(tx, 'select count(*)::int as n from orders.return_line where return_id = $1', [id]);
    if (written.length !== count!.n || lines.length !== count!.n) throw returnProblem('return.counts');
    return written.filter((pack) => pack.quantity > 0);
  }
}
