import { definePolicies } from '@choxa/platform';

definePolicies({
  'label.read': ['household'],
  'label.write': ['household'],
<<<<<<< HEAD
  'lot.recall': ['household', 'official'],
  'recall.read': ['official'],
=======
  'label.print': ['household'],
>>>>>>> 742d62a (Label sheets: rolls and A4 in exact millimetres, mixed packs, drawn once and streamed; printings recorded)
});
