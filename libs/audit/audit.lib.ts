import type { Lib } from '@choxa/platform';
import { ClosedParcelEntity } from './facts/closed-parcel.entity.js';
import { LineReturnEntity } from './facts/line-return.entity.js';
import { TradedLineEntity } from './facts/traded-line.entity.js';
import { Audit1763700800000 } from './migrations/1763700800000-audit.js';

export const auditLib: Lib = {
  name: 'audit',
  entities: [TradedLineEntity, LineReturnEntity, ClosedParcelEntity],
  migrations: [Audit1763700800000],
};
