import { definePolicies } from '@choxa/platform';

definePolicies({
  'stock.write': ['household'],
  'seller-order.read': ['household'],
  'seller-order.write': ['household'],
  'order.read-own': ['shopper'],
});
