import { Injectable } from '@nestjs/common';
import { Clock, Database, Events, platformProblem, sql, type Actor } from '@choxa/platform';
import { PostingWithdrawn } from '@choxa/postal-contract';
import { buyersOrder } from '../order-pages/buyers-order.query.js';
import { MoveReturn } from './move-return.js';

/** A buyer keeps the goods after all. */
@Injectable()
export class WithdrawReturn {
  constructor(
    private readonly db: Database,
    private readonly moves: MoveReturn,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `not-found`, `return.state` once the post has them */
  async run(actor: Actor | null, number: string, key: string | undefined, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const order = await buyersOrder(tx, actor, number, key);
      const [mine] = await sql(
        tx,
        `select 1 as one from orders.return_case one join orders.seller_order part on part.id = one.seller_order_id
          where one.id = $1 and part.order_id = $2 and one.reason is not null`,
        [id, order.id],
      );
      const one = mine ? await this.moves.lock(tx, id, null) : null;
      if (!one) throw platformProblem('not-found');
      const announced = one.state === 'approved';
      await this.moves.step(tx, actor ?? 'guest', one, 'withdrawn');
      const withdrawnAt = this.clock.now().toISOString();
      if (announced)
        await this.events.publish(tx, PostingWithdrawn, { senderReference: id, reason: 'người mua không trả hàng nữa', withdrawnAt });
    });
  }
}
