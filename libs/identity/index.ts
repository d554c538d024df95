export { identityLib } from './identity.lib.js';
export { IdentityModule } from './identity.module.js';
export { Accounts, type Account, type NewGrant } from './accounts/accounts.js';
export { Consents } from './consents/consents.js';
export { type ConsentPurpose } from './consents/purposes.js';
export { ExecuteDeletions } from './personal-data/execute-deletions.js';
export { DEMO_ACCOUNTS, type DemoAccount } from './demo/demo-accounts.js';
