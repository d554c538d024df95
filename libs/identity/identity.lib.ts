import type { Lib } from '@choxa/platform';
import { AccountEntity } from './accounts/account.entity.js';
import { RoleGrantEntity } from './accounts/role-grant.entity.js';
import { ConsentEntity } from './consents/consent.entity.js';
import { DelegationEntity } from './delegation/delegation.entity.js';
import { Identity1763700200000 } from './migrations/1763700200000-identity.js';
import { Delegation1764102010000 } from './migrations/1764102010000-delegation.js';
import { ConsentsAndPersonalData1764104000000 } from './migrations/1764104000000-consents-and-personal-data.js';
import { OneTimeCodeEntity } from './one-time-codes/one-time-code.entity.js';
import { DeletionRequestEntity } from './personal-data/deletion-request.entity.js';
import { LegalPeriodEntity } from './personal-data/legal-period.entity.js';
import { SessionEntity } from './sessions/session.entity.js';

export const identityLib: Lib = {
  name: 'identity',
  entities: [
    AccountEntity,
    RoleGrantEntity,
    OneTimeCodeEntity,
    SessionEntity,
    DelegationEntity,
    ConsentEntity,
    DeletionRequestEntity,
    LegalPeriodEntity,
  ],
  migrations: [Identity1763700200000, Delegation1764102010000, ConsentsAndPersonalData1764104000000],
};
