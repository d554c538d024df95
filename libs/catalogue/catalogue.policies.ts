import { definePolicies } from '@choxa/platform';

definePolicies({
  'product.write': ['household'],
  'product.read-own': ['household'],
  'recognition.declare': ['household'],
  'recognition.enter': ['official'],
  'recognition.confirm': ['official'],
  'recognition.read': ['official'],
});
