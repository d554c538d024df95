import { SELLER_ORDER_STATES } from '../seller-orders/seller-order.rules.js';
import { ORDER_STAGES, STATES_OF_STAGE } from './order-stages.rules.js';

it('every state of a seller order is in exactly one stage', () => {
  expect(ORDER_STAGES.flatMap((stage) => STATES_OF_STAGE[stage]).toSorted()).toEqual(SELLER_ORDER_STATES.toSorted());
});
