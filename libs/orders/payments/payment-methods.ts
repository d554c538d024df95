import { Injectable } from '@nestjs/common';
import { PayoutAccounts } from '@choxa/households';
import type { Tx } from '@choxa/platform';
import { PaymentGateways } from '../gateways/payment-gateways.js';
import type { PaymentMethod } from './payment.rules.js';

/** How a cart can be paid. */
@Injectable()
export class PaymentMethods {
  constructor(
    private readonly payoutAccounts: PayoutAccounts,
    private readonly gateways: PaymentGateways,
  ) {}

  /** What all of these households take: cash always, a transfer once each of them has said to which account, a connected payment service. */
  async offered(tx: Tx, householdIds: readonly string[]): Promise<PaymentMethod[]> {
    const accounts = await this.payoutAccounts.current(tx, householdIds);
    const transfer: PaymentMethod[] = householdIds.length && householdIds.every((id) => accounts.has(id)) ? ['vietqr'] : [];
    return ['cod', ...transfer, ...this.gateways.methods()];
  }
}
