import { Injectable } from '@nestjs/common';
import type { PaymentMethod } from '../payments/payment.rules.js';

/** A payment service behind one port (VNPay, MoMo …). It pays the household; the platform holds no money. */
export interface PaymentGateway {
  /** As it stands in the address of its webhook. */
  readonly name: string;
  /** Standard Webhooks secret (`whsec_…`) with which it signs what it tells us. */
  readonly webhookSecret: string;
  /** Where a buyer pays this amount; the reference comes back in the webhook. */
  pageOf(reference: string, amountVnd: number): string;
}

/** The payment services that are connected; none until an adapter is. */
@Injectable()
export class PaymentGateways {
  private readonly connected = new Map<string, PaymentGateway>();

  connect(gateway: PaymentGateway): void {
    this.connected.set(gateway.name, gateway);
  }

  byName(name: string): PaymentGateway | undefined {
    return this.connected.get(name);
  }

  /** What a cart can be paid with beside cash and transfer. */
  methods(): PaymentMethod[] {
    return this.connected.size ? ['gateway'] : [];
  }

  /** The page of the first connected service; null when none is connected any more. */
  pageOf(reference: string, amountVnd: number): string | null {
    const [gateway] = this.connected.values();
    return gateway?.pageOf(reference, amountVnd) ?? null;
  }
}
