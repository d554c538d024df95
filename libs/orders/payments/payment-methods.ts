import { Injectable } from '@nestjs/common';
import { PayoutAccounts } from '@choxa/households';
import type { Tx } from '@choxa/platform';
import type { PaymentMethod } from './payment.rules.js';

/** How a cart can be paid. */
@Injectable()
export class PaymentMethods {
  constructor(private readonly payoutAccounts: PayoutAccounts) {}

  /** What all of these households take: cash always, a transfer once each of them has said to which account. */
  async offered(tx: Tx, householdIds: readonly string[]): Promise<PaymentMethod[]> {
    const accounts = await this.payoutAccounts.current(tx, householdIds);
    return householdIds.every((id) => accounts.has(id)) ? ['cod', 'vietqr'] : ['cod'];
  }
}
