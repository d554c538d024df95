import { definePolicies, delegable } from '@choxa/platform';

definePolicies({
  'stock.write': ['household'],
  'seller-order.read': ['household'],
  'seller-order.write': ['household'],
  'order.read-own': ['shopper'],
  'address.own': ['shopper'],
  'cart.merge': ['shopper'],
  'recall.reach': ['household', 'official'],
});

delegable({ products: ['stock.write'], orders: ['seller-order.read', 'seller-order.write', 'recall.reach'] });
