import { definePolicies } from '@choxa/platform';

// Officials read; nobody edits what is measured. Over which provinces is the query's filter (area/).
// How many people live where is no measurement of ours: the nation's officials enter it.
definePolicies({
  'audit.read': ['official'],
  'audit.sample.draw': ['official'],
  'audit.inspect': ['official'],
  'audit.close': ['official'],
  'audit.population': ['official'],
  'audit.report.answer': ['official'],
});
