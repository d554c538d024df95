import { definePolicies } from '@choxa/platform';

definePolicies({
  'me.read': ['shopper'],
  'me.write': ['shopper'],
  'deletion-request.watch': ['official', 'admin'],
  'session.end': ['shopper'],
});
