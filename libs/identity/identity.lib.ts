import type { Lib } from '@choxa/platform';
import { AccountEntity } from './accounts/account.entity.js';
import { RoleGrantEntity } from './accounts/role-grant.entity.js';
import { ConsentEntity } from './consents/consent.entity.js';
import { DelegationEntity } from './delegation/delegation.entity.js';
import { Identity1763700200000 } from './migrations/1763700200000-identity.js';
import { Delegation1764102010000 } from './migrations/1764102010000-delegation.js';
import { ConsentsAndPersonalData1764104000000 } from './migrations/1764104000000-consents-and-personal-data.js';
import { PostalManagers1764701000000 } from './migrations/1764701000000-postal-managers.js';
import { DeviceOfSession1766002000001 } from './migrations/1766002000001-device-of-session.js';
import { ParcelSenders1764706000000 } from './migrations/1764706000000-parcel-senders.js';
import { OneTimeCodeEntity } from './one-time-codes/one-time-code.entity.js';
import { DeletionRequestEntity } from './personal-data/deletion-request.entity.js';
import { LegalPeriodEntity } from './personal-data/legal-period.entity.js';
import { ApiKeyGrantEntity } from './api-keys/api-key-grant.entity.js';
import { ApiKeyEntity } from './api-keys/api-key.entity.js';
import { GuessCountEntity } from './guesses/guess-count.entity.js';
import { SecondFactors1764101000000 } from './migrations/1764101000000-second-factors.js';
import { SendLimits1764101010000 } from './migrations/1764101010000-send-limits.js';
import { ApiKeys1764101020000 } from './migrations/1764101020000-api-keys.js';
import { CodeCountEntity } from './one-time-codes/code-count.entity.js';
import { SendLimitEntity } from './one-time-codes/send-limit.entity.js';
import { CredentialEntity } from './passwords/credential.entity.js';
import { RecoveryCodeEntity } from './second-factors/recovery-code.entity.js';
import { SecondFactorOfferEntity } from './second-factors/second-factor-offer.entity.js';
import { SecondFactorEntity } from './second-factors/second-factor.entity.js';
import { SessionEntity } from './sessions/session.entity.js';
import { HalfSignInEntity } from './staff-sign-in/half-sign-in.entity.js';

export const identityLib: Lib = {
  name: 'identity',
  entities: [
    AccountEntity,
    RoleGrantEntity,
    OneTimeCodeEntity,
    SendLimitEntity,
    CodeCountEntity,
    SessionEntity,
    DelegationEntity,
    CredentialEntity,
    SecondFactorEntity,
    SecondFactorOfferEntity,
    RecoveryCodeEntity,
    HalfSignInEntity,
    GuessCountEntity,
    ApiKeyEntity,
    ApiKeyGrantEntity,
    ConsentEntity,
    DeletionRequestEntity,
    LegalPeriodEntity,
  ],
  migrations: [
    Identity1763700200000,
    SecondFactors1764101000000,
    SendLimits1764101010000,
    ApiKeys1764101020000,
    Delegation1764102010000,
    ConsentsAndPersonalData1764104000000,
    PostalManagers1764701000000,
    ParcelSenders1764706000000,
    DeviceOfSession1766002000001,
  ],
};
