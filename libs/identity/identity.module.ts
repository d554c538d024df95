import { Module } from '@nestjs/common';
import { Actors } from '@choxa/platform';
import './identity.policies.js';
import { Accounts } from './accounts/accounts.js';
import { MeController } from './accounts/me.controller.js';
import { RenameAccount } from './accounts/rename-account.js';
import { ChangeConsent } from './consents/change-consent.js';
import { Consents } from './consents/consents.js';
import { ConsentsController } from './consents/consents.controller.js';
import { LegalTextsController } from './consents/legal-texts.controller.js';
import { ActForHousehold } from './delegation/act-for-household.js';
import { AskDelegation } from './delegation/ask-delegation.js';
import { ConfirmDelegation } from './delegation/confirm-delegation.js';
import { CounterCodes } from './delegation/counter-codes.js';
import { DelegationsController } from './delegation/delegations.controller.js';
import { EndDelegation } from './delegation/end-delegation.js';
import { NewDelegation } from './delegation/new-delegation.js';
import { DemoController } from './demo/demo.controller.js';
import { FreshCode } from './one-time-codes/fresh-code.js';
import { OneTimeCodesController } from './one-time-codes/one-time-codes.controller.js';
import { RequestCode } from './one-time-codes/request-code.js';
import { SendCode } from './one-time-codes/send-code.js';
import { AccountData } from './personal-data/account-data.js';
import { ExecuteDeletions } from './personal-data/execute-deletions.js';
import { Obstacles } from './personal-data/obstacles.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { ReadPersonalData } from './personal-data/read-personal-data.js';
import { RequestDeletion } from './personal-data/request-deletion.js';
import { WithdrawDeletion } from './personal-data/withdraw-deletion.js';
import { SessionActors } from './sessions/session-actors.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SignIn } from './sessions/sign-in.js';
import { SignOut } from './sessions/sign-out.js';

@Module({
  controllers: [
    OneTimeCodesController,
    SessionsController,
    MeController,
    DelegationsController,
    DemoController,
    LegalTextsController,
    ConsentsController,
    PersonalDataController,
  ],
  providers: [
    Accounts,
    SendCode,
    FreshCode,
    RequestCode,
    SignIn,
    SignOut,
    RenameAccount,
    CounterCodes,
    NewDelegation,
    AskDelegation,
    ConfirmDelegation,
    EndDelegation,
    ActForHousehold,
    { provide: Actors, useClass: SessionActors },
    Consents,
    ChangeConsent,
    AccountData,
    Obstacles,
    ReadPersonalData,
    RequestDeletion,
    WithdrawDeletion,
    ExecuteDeletions,
  ],
  exports: [Accounts, CounterCodes, NewDelegation, Actors, Consents, FreshCode],
})
export class IdentityModule {}
