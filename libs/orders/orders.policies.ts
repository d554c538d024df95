import { definePolicies, delegable } from '@choxa/platform';

definePolicies({
  'stock.write': ['household'],
  'seller-order.read': ['household'],
  'seller-order.write': ['household'],
  'call-task.read': ['clerk'],
  'call-task.write': ['clerk'],
  'money.read': ['household'],
  'payment.write': ['household'],
  'order.read-own': ['shopper'],
  'order.adopt': ['shopper'],
  'address.own': ['shopper'],
  'cart.merge': ['shopper'],
  'recall.reach': ['household', 'official'],
  'return.read': ['household'],
  'return.write': ['household'],
  'refund.read': ['household'],
  // Whose money it is says that it was paid.
  'refund.pay': ['household'],
  'complaint.read': ['household', 'clerk', 'official'],
  'complaint.answer': ['household', 'clerk', 'official'],
  'complaint.decide': ['official'],
});

delegable({
  products: ['stock.write'],
  orders: [
    'seller-order.read',
    'seller-order.write',
    'recall.reach',
    'return.read',
    'return.write',
    'refund.read',
    'complaint.read',
    'complaint.answer',
  ],
});
