import { definePolicies, delegable } from '@choxa/platform';

definePolicies({
  'label.read': ['household'],
  'label.write': ['household'],
  'epcis.export': ['household', 'official'],
  'epcis.query': ['household'],
  'epcis.capture': ['household'],
  'suspicion.read': ['official'],
  'suspicion.close': ['official'],
  'lot.recall': ['household', 'official'],
  'recall.read': ['official'],
  'label.print': ['household'],
  'label.counts': ['official'],
});

delegable({ products: ['label.read'], labels: ['label.read', 'label.write', 'label.print', 'lot.recall', 'epcis.export'] });
