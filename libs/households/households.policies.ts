import { definePolicies } from '@choxa/platform';

definePolicies({
  'household.register': ['shopper'],
  'household.join': ['shopper'],
  'household.review': ['clerk', 'official', 'admin'],
  'household.suspend': ['official', 'admin'],
  'household.own': ['household'],
  'training.record': ['clerk', 'official'],
});
