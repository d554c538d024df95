import { definePolicies, delegable } from '@choxa/platform';

definePolicies({
  'product.write': ['household'],
  'product.read-own': ['household'],
  'product.moderate': ['official'],
  'question.ask': ['shopper'],
  'remark.read-own': ['household'],
  'remark.answer': ['household'],
  'recognition.declare': ['household'],
  'recognition.enter': ['official'],
  'recognition.confirm': ['official'],
  'recognition.read': ['official'],
  'favourite.own': ['shopper'],
});

delegable({
  products: ['product.read-own', 'product.write', 'recognition.declare', 'remark.read-own', 'remark.answer'],
  labels: ['product.read-own'],
});
