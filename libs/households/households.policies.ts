import { definePolicies, delegable } from '@choxa/platform';

definePolicies({
  'household.register': ['shopper'],
  'household.join': ['shopper'],
  'household.review': ['clerk', 'official', 'admin'],
  'household.suspend': ['official', 'admin'],
  'household.register-at-counter': ['clerk'],
  'household.read-own': ['household'],
  'household.own': ['household'],
  'training.record': ['clerk', 'official'],
  'household.papers': ['household'],
  'household.paper-file': ['household', 'clerk', 'official', 'admin'],
  'household.payout': ['household'],
  'register.read': ['clerk', 'official', 'admin'],
  'register.call': ['clerk', 'official'],
});

const read = ['household.read-own'];
delegable({ products: read, labels: read, orders: read });
