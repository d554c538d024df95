import { Instant, ListOf, Nested, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { SETTLEMENTS, type Settlement } from '../money/money.rules.js';
import { PAYMENT_METHODS, PAYMENT_STATES, type PaymentMethod, type PaymentState } from './payment.rules.js';

/** Where to transfer to, as the payer's bank asks for it. */
export class TransferDto {
  @Text() bankName: string;
  @Text() accountNumber: string;
  @Text() holderName: string;
}

export class PaymentDto {
  @Uuid() sellerOrderId: string;
  @Text() householdName: string;
  @OneOf(PAYMENT_METHODS) method: PaymentMethod;
  @OneOf(PAYMENT_STATES) state: PaymentState;
  @Vnd() amountVnd: number;
  @Text({ optional: true, description: 'What to write with the transfer' }) reference: string | null;
  @Instant({ optional: true, description: 'When the seller order is cancelled unless it is paid' }) payBy: string | null;
  @Nested(() => TransferDto, { optional: true, description: 'While a transfer is waited for' }) transfer: TransferDto | null;
  @Text({ max: 1000, optional: true, description: 'Page of the payment service, while a payment is waited for' }) gatewayUrl: string | null;
}

export class SellerOrderPaymentDto {
  @OneOf(PAYMENT_METHODS) method: PaymentMethod;
  @OneOf(PAYMENT_STATES) state: PaymentState;
  @OneOf(SETTLEMENTS) settlement: Settlement;
  @Vnd() amountVnd: number;
  @Text({ optional: true, description: 'What the buyer writes with a transfer' }) reference: string | null;
}

export class PaymentsDto {
  @ListOf(() => PaymentDto) data: PaymentDto[];
}
