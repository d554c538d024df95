import type { Lib } from '@choxa/platform';
import { BarcodeEntity } from './barcodes/barcode.entity.js';
import { CompanyPrefixEntity } from './barcodes/company-prefix.entity.js';
import { LotEntity } from './lots/lot.entity.js';
import { TraceEventEntity } from './lots/trace-event.entity.js';
import { Labelling1763700500000 } from './migrations/1763700500000-labelling.js';

export const labellingLib: Lib = {
  name: 'labelling',
  entities: [BarcodeEntity, CompanyPrefixEntity, LotEntity, TraceEventEntity],
  migrations: [Labelling1763700500000],
};
