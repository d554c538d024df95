import { definePolicies } from '@choxa/platform';

// Officials read; nobody edits what is measured. Over which provinces is the query's filter (area/).
definePolicies({ 'audit.read': ['official'], 'audit.close': ['official'] });
