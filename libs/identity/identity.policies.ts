import { definePolicies } from '@choxa/platform';

definePolicies({
  'me.read': ['shopper'],
  'me.write': ['shopper'],
  'deletion-request.watch': ['official', 'admin'],
  'session.read': ['shopper'],
  'session.end': ['shopper'],
  'account.secure': ['shopper'],
  'api-key.manage': ['shopper'],
  // None of these can be handed over: a clerk never gives on what was given.
  'delegation.give': ['household'],
  'delegation.confirm': ['household', 'clerk'],
  'delegation.use': ['clerk'],
  'delegation.stop': ['shopper'],
});
