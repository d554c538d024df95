import { definePolicies } from '@choxa/platform';

definePolicies({
  'me.read': ['shopper'],
  'me.write': ['shopper'],
  'session.end': ['shopper'],
});
