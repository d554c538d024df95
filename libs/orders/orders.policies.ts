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
});

delegable({ products: ['stock.write'], orders: ['seller-order.read', 'seller-order.write', 'recall.reach'] });
