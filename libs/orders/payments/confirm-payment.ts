import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, type Actor } from '@choxa/platform';
import { orderProblem } from '../orders.problems.js';
import { Payments } from './payments.js';
import { TellPaid } from './tell-paid.js';

/** A household says that a buyer's transfer has arrived in its bank account, with the whole amount. */
@Injectable()
export class ConfirmPayment {
  constructor(
    private readonly db: Database,
    private readonly payments: Payments,
    private readonly tellPaid: TellPaid,
    private readonly clock: Clock,
  ) {}

  /** A second tap changes nothing. Throws `not-found` for another's, `payment.not-awaited` where nothing is to be transferred. */
  async run(actor: Actor, sellerOrderId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const payment = await this.payments.lock(tx, sellerOrderId);
      if (!payment || !actor.scope('household', 'household').includes(payment.householdId)) throw platformProblem('not-found');
      if (payment.method === 'vietqr' && payment.state === 'paid') return;
      if (payment.method !== 'vietqr' || !(await this.payments.paid(tx, actor, payment, this.clock.now())))
        throw orderProblem('payment.not-awaited');
      await this.tellPaid.run(tx, payment);
    });
  }
}
