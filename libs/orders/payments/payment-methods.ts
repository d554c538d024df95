import { Injectable } from '@nestjs/common';
import { SharedReads } from '../cart/shared-reads.js';
import { PaymentGateways } from '../gateways/payment-gateways.js';
import type { PaymentMethod } from './payment.rules.js';

/** How a cart can be paid. */
@Injectable()
export class PaymentMethods {
  constructor(
    private readonly shared: SharedReads,
    private readonly gateways: PaymentGateways,
  ) {}

  /** What all of these households take: cash always, a transfer once each of them has said to which account, a connected payment service. */
  async offered(householdIds: readonly string[]): Promise<PaymentMethod[]> {
    const accounts = await this.shared.accounts(householdIds);
    const transfer: PaymentMethod[] = householdIds.length && householdIds.every((id) => accounts.has(id)) ? ['vietqr'] : [];
    return ['cod', ...transfer, ...this.gateways.methods()];
  }
}
