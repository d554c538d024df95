import { definePolicies, delegable } from '@choxa/platform';

definePolicies({
  'product.write': ['household'],
  'product.read-own': ['household'],
  'product.moderate': ['official'],
  'recognition.declare': ['household'],
  'recognition.enter': ['official'],
  'recognition.confirm': ['official'],
  'recognition.read': ['official'],
});

delegable({
  products: ['product.read-own', 'product.write', 'recognition.declare'],
  labels: ['product.read-own'],
});
