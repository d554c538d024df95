import type { Lib } from '@choxa/platform';
import { AccountEntity } from './accounts/account.entity.js';
import { RoleGrantEntity } from './accounts/role-grant.entity.js';
import { Identity1763700200000 } from './migrations/1763700200000-identity.js';
import { OneTimeCodeEntity } from './one-time-codes/one-time-code.entity.js';
import { SessionEntity } from './sessions/session.entity.js';

export const identityLib: Lib = {
  name: 'identity',
  entities: [AccountEntity, RoleGrantEntity, OneTimeCodeEntity, SessionEntity],
  migrations: [Identity1763700200000],
};
