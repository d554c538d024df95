import type { Lib } from '@choxa/platform';
import { GuestOrderRuleEntity } from './account-orders/guest-order-rule.entity.js';
import { SavedAddressEntity } from './addresses/saved-address.entity.js';
import { AFTER_SALE_ENTITIES } from './after-sale/after-sale.parts.js';
import { AfterSale1764607000100 } from './migrations/1764607000100-after-sale.js';
import { CartEntity } from './cart/cart.entity.js';
import { CartLineEntity } from './cart/cart-line.entity.js';
import { OrderEntity } from './checkout/order.entity.js';
import { LedgerEntryEntity } from './ledger/ledger-entry.entity.js';
import { LedgerJournalEntity } from './ledger/ledger-journal.entity.js';
import { Cancellation1764607000000 } from './migrations/1764607000000-cancellation.js';
import { OrderLimitEntity } from './checkout/order-limit.entity.js';
import { DeliveredToAddress1767005000001 } from './migrations/1767005000001-delivered-to-address.js';
import { PlacesTold1768003000001 } from './migrations/1768003000001-places-told.js';
import { BuyerHashes1766002000000 } from './migrations/1766002000000-buyer-hashes.js';
import { DisputesAtThePost1765004000003 } from './migrations/1765004000003-disputes-at-the-post.js';
import { Orders1763700600000 } from './migrations/1763700600000-orders.js';
import { Ledger1764605000000 } from './migrations/1764605000000-ledger.js';
import { Payments1764605000001 } from './migrations/1764605000001-payments.js';
import { CallTaskEntity } from './escalation/call-task.entity.js';
import { EscalationEntity } from './escalation/escalation.entity.js';
import { PickUpEntity } from './hand-over/pick-up.entity.js';
import { PickUpParcelEntity } from './hand-over/pick-up-parcel.entity.js';
import { PickUpIndex1764606000005 } from './migrations/1764606000005-pick-up-index.js';
import { PickUp1764606000004 } from './migrations/1764606000004-pick-up.js';
import { EscalationStepEntity } from './escalation/escalation-step.entity.js';
import { ConfirmedQuantity1764606000001 } from './migrations/1764606000001-confirmed-quantity.js';
import { Escalation1764606000002 } from './migrations/1764606000002-escalation.js';
import { Money1764605000002 } from './migrations/1764605000002-money.js';
import { GatewayNoticeEntity } from './gateways/gateway-notice.entity.js';
import { MoneyRateEntity } from './money/money-rate.entity.js';
import { PaymentIntentEntity } from './payments/payment-intent.entity.js';
import { UnpaidRuleEntity } from './payments/unpaid-rule.entity.js';
import { RemittanceEntity } from './remittances/remittance.entity.js';
import { BankStatementLineEntity } from './statements/bank-statement-line.entity.js';
import { OrderLineEntity } from './seller-orders/order-line.entity.js';
import { OrderLineLotEntity } from './seller-orders/order-line-lot.entity.js';
import { RecallReachEntity } from './recalls/recall-reach.entity.js';
import { RecallReach1764108000004 } from './migrations/1764108000004-recall-reach.js';
import { ReturnClocks1764612000000 } from './migrations/1764612000000-return-clocks.js';
import { GuestOrderRule1764608000002 } from './migrations/1764608000002-guest-order-rule.js';
import { SavedAddresses1764608000000 } from './migrations/1764608000000-saved-addresses.js';
import { Checkout1764604000001 } from './migrations/1764604000001-checkout.js';
import { DividedParcels1765002000002 } from './migrations/1765002000002-divided-parcels.js';
import { ParcelEntity } from './parcels/parcel.entity.js';
import { ParcelLineEntity } from './parcels/parcel-line.entity.js';
import { InspectionOfParcels1765002000001 } from './migrations/1765002000001-inspection-of-parcels.js';
import { SellerOrderEntity } from './seller-orders/seller-order.entity.js';
import { StockEntity } from './stock/stock.entity.js';

export const ordersLib: Lib = {
  name: 'orders',
  entities: [
    StockEntity,
    CartEntity,
    CartLineEntity,
    OrderEntity,
    SellerOrderEntity,
    OrderLineEntity,
    OrderLineLotEntity,
    ParcelEntity,
    ParcelLineEntity,
    OrderLimitEntity,
    PaymentIntentEntity,
    RecallReachEntity,
    EscalationStepEntity,
    EscalationEntity,
    CallTaskEntity,
    PickUpEntity,
    PickUpParcelEntity,
    SavedAddressEntity,
    GuestOrderRuleEntity,
    LedgerJournalEntity,
    LedgerEntryEntity,
    RemittanceEntity,
    BankStatementLineEntity,
    GatewayNoticeEntity,
    UnpaidRuleEntity,
    MoneyRateEntity,
    ...AFTER_SALE_ENTITIES,
  ],
  migrations: [
    Orders1763700600000,
    RecallReach1764108000004,
    Ledger1764605000000,
    Payments1764605000001,
    Money1764605000002,
    ConfirmedQuantity1764606000001,
    Cancellation1764607000000,
    AfterSale1764607000100,
    Checkout1764604000001,
    SavedAddresses1764608000000,
    Escalation1764606000002,
    GuestOrderRule1764608000002,
    ReturnClocks1764612000000,
    PickUp1764606000004,
    PickUpIndex1764606000005,
    InspectionOfParcels1765002000001,
    DividedParcels1765002000002,
    DisputesAtThePost1765004000003,
    BuyerHashes1766002000000,
    DeliveredToAddress1767005000001,
    PlacesTold1768003000001,
  ],
};
