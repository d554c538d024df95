import { definePolicies } from '@choxa/platform';

definePolicies({
  'household.register': ['shopper'],
  'household.review': ['clerk', 'official', 'admin'],
  'household.own': ['household'],
});
