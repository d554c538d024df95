import { Module } from '@nestjs/common';
import { CatalogueModule, Purchases, StockKeeper } from '@choxa/catalogue';
import { HouseholdsModule, SellingStandings } from '@choxa/households';
import { IdentityModule } from '@choxa/identity';
import { LabellingModule } from '@choxa/labelling';
import { PlacesModule } from '@choxa/places';
import { AccountOrdersController } from './account-orders/account-orders.controller.js';
import { AccountOrders } from './account-orders/account-orders.query.js';
import { AdoptGuestOrders } from './account-orders/adopt-guest-orders.js';
import { AddressData } from './addresses/address-data.js';
import { ChangeAddress } from './addresses/change-address.js';
import { ForgetAddress } from './addresses/forget-address.js';
import { SaveAddress } from './addresses/save-address.js';
import { SavedAddressesController } from './addresses/saved-addresses.controller.js';
import { SavedAddresses } from './addresses/saved-addresses.query.js';
import { AFTER_SALE_CONTROLLERS, AFTER_SALE_PROVIDERS } from './after-sale/after-sale.parts.js';
import { CancelOrder } from './cancellation/cancel-order.js';
import { CancelSellerOrder } from './cancellation/cancel-seller-order.js';
import { CancellationController } from './cancellation/cancellation.controller.js';
import { KeepSellerOrderWhenWithdrawalRefused } from './cancellation/keep-seller-order-when-withdrawal-refused.js';
import { CartController } from './cart/cart.controller.js';
import { AcceptChanges } from './cart/accept-changes.js';
import { CartOffices } from './cart/cart-offices.query.js';
import { ChangeCart } from './cart/change-cart.js';
import { PackPostageController } from './cart/pack-postage.controller.js';
import { PostageOfPack } from './cart/postage-of-pack.query.js';
import { MergeCarts } from './cart/merge-carts.js';
import { DropOldCarts } from './cart/drop-old-carts.js';
import { ReadCart } from './cart/read-cart.query.js';
import { SharedReads } from './cart/shared-reads.js';
import { RememberedQuotes } from './cart/remembered-quotes.js';
import { ShowCart } from './cart/show-cart.query.js';
import { AnnounceOrder } from './checkout/announce-order.js';
import { CheckoutController } from './checkout/checkout.controller.js';
import { Counters } from './checkout/counters.js';
import { PlaceOrder } from './checkout/place-order.js';
import { PrepareOrder } from './checkout/prepare-order.js';
import { CallTasksController } from './escalation/call-tasks.controller.js';
import { CallTasks } from './escalation/call-tasks.query.js';
import { EscalateUnanswered } from './escalation/escalate-unanswered.js';
import { NoteCall } from './escalation/note-call.js';
import { HandOverController } from './hand-over/hand-over.controller.js';
import { HandOver } from './hand-over/hand-over.query.js';
import { NoteAnswerWhenPickupAnswered } from './hand-over/note-answer-when-pickup-answered.js';
import { RequestPickUp } from './hand-over/request-pick-up.js';
import { PackingController } from './packing/packing.controller.js';
import { PackingLists } from './packing/packing-list.query.js';
import { KeepLotsWhenParcelPacked } from './packing/keep-lots-when-parcel-packed.js';
import { PackUnit } from './packing/pack-unit.js';
import { VerifyPhone } from './checkout/verify-phone.js';
import { VerifyPhoneController } from './checkout/verify-phone.controller.js';
import { OrdersController } from './order-pages/orders.controller.js';
import { GatewaysController } from './gateways/gateways.controller.js';
import { PaymentGateways } from './gateways/payment-gateways.js';
import { ReceiveGatewayNotice } from './gateways/receive-gateway-notice.js';
import { OrderLedger } from './ledger/order-ledger.js';
import { ChargeSellerOrderWhenDelivered } from './money/charge-when-delivered.js';
import { ExportStatement } from './money/export-statement.js';
import { MoneyController } from './money/money.controller.js';
import { Money } from './money/money.query.js';
import { Orders } from './order-pages/orders.query.js';
import { BuyersPurchases } from './order-pages/purchases.query.js';
import './orders.policies.js';
import { LookUpOrderController } from './look-up/look-up-order.controller.js';
import { LookUpOrder } from './look-up/look-up-order.js';
import { DivideSellerOrder } from './parcels/divide-seller-order.js';
import { EndDividedParcel } from './parcels/end-divided-parcel.js';
import { FinishSellerOrder } from './parcels/finish-seller-order.js';
import { KeepDeliveryPlace } from './parcels/keep-delivery-place.js';
import { MoveSellerOrder } from './parcels/move-seller-order.js';
import {
  CompleteSellerOrderWhenParcelDelivered,
  CopyParcelStateWhenParcelStatusChanged,
  NumberSellerOrderWhenParcelRegistered,
  PostSellerOrderWhenParcelAccepted,
  TakeBackSellerOrderWhenParcelReturned,
  WithdrawPlaceWhenParcelReopened,
} from './parcels/parcel-handlers.js';
import { BuyerPayments } from './payments/buyer-payments.query.js';
import { ChaseUnpaidOrders } from './payments/chase-unpaid-orders.js';
import { ConfirmPayment } from './payments/confirm-payment.js';
import { PaymentMethods } from './payments/payment-methods.js';
import { PaymentsController } from './payments/payments.controller.js';
import { Payments } from './payments/payments.js';
import { TellPaid } from './payments/tell-paid.js';
import { ForgetHouseholdWhenErased } from './personal-data/forget-household-when-erased.js';
import { CartData } from './personal-data/cart-data.js';
import { OrderData } from './personal-data/order-data.js';
import { OpenComplaint } from './complaints/open-complaint.js';
import { RequestReturn } from './returns/request-return.js';
import { ReturnPictures } from './returns/return-pictures.js';
import { RecallReachController } from './recalls/recall-reach.controller.js';
import { TellBuyersWhenLotRecalled } from './recalls/tell-buyers-when-lot-recalled.js';
import { TakeRemittanceWhenCodRemitted } from './remittances/take-remittance-when-cod-remitted.js';
import { AnswerSellerOrder } from './seller-orders/answer-seller-order.js';
import { ConfirmSellerOrder } from './seller-orders/confirm-seller-order.js';
import { SellerOrdersController } from './seller-orders/seller-orders.controller.js';
import { SellerOrders } from './seller-orders/seller-orders.query.js';
import { SellersStanding } from './seller-orders/sellers-standing.query.js';
import { TellDeliveriesAgain, TellReturnsAgain } from './seller-orders/tell-facts-again.js';
import { TellLinesReturned } from './seller-orders/tell-lines-returned.js';
import { ImportStatement } from './statements/import-statement.js';
import { StatementsController } from './statements/statements.controller.js';
import { SetStock } from './stock/set-stock.js';
import { StockController } from './stock/stock.controller.js';
import { Stock } from './stock/stock.js';

/** Cart to money. The application that composes it provides `PostageQuotes` and `PostOffices`. */
@Module({
  imports: [IdentityModule, CatalogueModule, HouseholdsModule, LabellingModule, PlacesModule],
  controllers: [
    StockController,
    CartController,
    PackPostageController,
    CheckoutController,
    VerifyPhoneController,
    OrdersController,
    SellerOrdersController,
    RecallReachController,
    CallTasksController,
    PackingController,
    HandOverController,
    SavedAddressesController,
    CancellationController,
    AccountOrdersController,
    LookUpOrderController,
    PaymentsController,
    StatementsController,
    GatewaysController,
    MoneyController,
    ...AFTER_SALE_CONTROLLERS,
  ],
  providers: [
    Stock,
    { provide: StockKeeper, useExisting: Stock },
    SetStock,
    PostageOfPack,
    BuyersPurchases,
    { provide: Purchases, useExisting: BuyersPurchases },
    { provide: SellingStandings, useClass: SellersStanding },
    RememberedQuotes,
    SharedReads,
    ReadCart,
    ShowCart,
    CartOffices,
    AcceptChanges,
    DropOldCarts,
    MergeCarts,
    ChangeCart,
    Counters,
    PrepareOrder,
    VerifyPhone,
    AnnounceOrder,
    PlaceOrder,
    Orders,
    SellerOrders,
    ConfirmSellerOrder,
    EscalateUnanswered,
    CallTasks,
    NoteCall,
    PackingLists,
    PackUnit,
    KeepLotsWhenParcelPacked,
    HandOver,
    RequestPickUp,
    NoteAnswerWhenPickupAnswered,
    AnswerSellerOrder,
    CancelSellerOrder,
    CancelOrder,
    KeepSellerOrderWhenWithdrawalRefused,
    MoveSellerOrder,
    DivideSellerOrder,
    EndDividedParcel,
    FinishSellerOrder,
    KeepDeliveryPlace,
    TellLinesReturned,
    TellDeliveriesAgain,
    TellReturnsAgain,
    ...AFTER_SALE_PROVIDERS,
    OrderLedger,
    Payments,
    PaymentMethods,
    PaymentGateways,
    ReceiveGatewayNotice,
    BuyerPayments,
    ConfirmPayment,
    TellPaid,
    ChaseUnpaidOrders,
    ImportStatement,
    TakeRemittanceWhenCodRemitted,
    ChargeSellerOrderWhenDelivered,
    Money,
    ExportStatement,
    NumberSellerOrderWhenParcelRegistered,
    PostSellerOrderWhenParcelAccepted,
    CopyParcelStateWhenParcelStatusChanged,
    CompleteSellerOrderWhenParcelDelivered,
    TakeBackSellerOrderWhenParcelReturned,
    WithdrawPlaceWhenParcelReopened,
    TellBuyersWhenLotRecalled,
    OrderData,
    CartData,
    ForgetHouseholdWhenErased,
    SavedAddresses,
    SaveAddress,
    ChangeAddress,
    ForgetAddress,
    AddressData,
    AccountOrders,
    AdoptGuestOrders,
    LookUpOrder,
  ],
  exports: [
    SetStock,
    SaveAddress,
    ChangeCart,
    PlaceOrder,
    ConfirmSellerOrder,
    AnswerSellerOrder,
    RequestPickUp,
    EscalateUnanswered,
    SellerOrders,
    OpenComplaint,
    RequestReturn,
    ReturnPictures,
  ],
})
export class OrdersModule {}
