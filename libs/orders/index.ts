export { ordersLib } from './orders.lib.js';
export { OrdersModule } from './orders.module.js';
export { SaveAddress } from './addresses/save-address.js';
export { ChangeCart } from './cart/change-cart.js';
export { VerifyLedger, type LedgerFault } from './ledger/verify-ledger.js';
export { PlaceOrder } from './checkout/place-order.js';
export { ConfirmPayment } from './payments/confirm-payment.js';
export { EscalateUnanswered } from './escalation/escalate-unanswered.js';
export { AnswerSellerOrder } from './seller-orders/answer-seller-order.js';
export { RequestPickUp } from './hand-over/request-pick-up.js';
export { ConfirmSellerOrder } from './seller-orders/confirm-seller-order.js';
export { SellerOrders } from './seller-orders/seller-orders.query.js';
export { SetStock } from './stock/set-stock.js';
export {
  DeliveryPlaceCorrected,
  SellerOrderDelivered,
  SellerOrderPlaced,
  SellerOrderReturned,
  type DeliveryPlaceCorrectedV1,
  type SellerOrderDeliveredV1,
  type SellerOrderPlacedV1,
  type SellerOrderReturnedV1,
  type TradedLineV1,
} from './seller-orders/seller-orders.events.js';
export { OpenComplaint } from './complaints/open-complaint.js';
export { RequestReturn } from './returns/request-return.js';
export { ReturnPictures } from './returns/return-pictures.js';
