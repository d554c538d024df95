import { Module } from '@nestjs/common';
import { Actors, OfficialsRegister, StaffRegister } from '@choxa/platform';
import './identity.policies.js';
import { Accounts } from './accounts/accounts.js';
import { Officials } from './accounts/officials.js';
import { OfficeStaff } from './accounts/office-staff.js';
import { MeController } from './accounts/me.controller.js';
import { RenameAccount } from './accounts/rename-account.js';
import { ChangeConsent } from './consents/change-consent.js';
import { Consents } from './consents/consents.js';
import { ConsentsController } from './consents/consents.controller.js';
import { LegalTextsController } from './consents/legal-texts.controller.js';
import { ApiKeysController } from './api-keys/api-keys.controller.js';
import { CreateApiKey } from './api-keys/create-api-key.js';
import { RevokeApiKey } from './api-keys/revoke-api-key.js';
import { ActForHousehold } from './delegation/act-for-household.js';
import { AskDelegation } from './delegation/ask-delegation.js';
import { ConfirmDelegation } from './delegation/confirm-delegation.js';
import { CounterCodes } from './delegation/counter-codes.js';
import { DelegationsController } from './delegation/delegations.controller.js';
import { EndDelegation } from './delegation/end-delegation.js';
import { NewDelegation } from './delegation/new-delegation.js';
import { DemoController } from './demo/demo.controller.js';
import { FreshCode } from './one-time-codes/fresh-code.js';
import { DemoCredentials } from './demo/demo-credentials.js';
import { ForgetSpent } from './forgetting/forget-spent.js';
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
import { ChangePassword } from './passwords/change-password.js';
import { CheckPassword } from './passwords/check-password.js';
import { PasswordHashes } from './passwords/password-hashes.js';
import { PasswordsController } from './passwords/passwords.controller.js';
import { SetPassword } from './passwords/set-password.js';
import { ConfirmSecondFactor } from './second-factors/confirm-second-factor.js';
import { OfferSecondFactor } from './second-factors/offer-second-factor.js';
import { RenewRecoveryCodes } from './second-factors/renew-recovery-codes.js';
import { SecondFactorsController } from './second-factors/second-factors.controller.js';
import { EndOtherSessions } from './sessions/end-other-sessions.js';
import { EndSession } from './sessions/end-session.js';
import { EndSessionWhenLost } from './sessions/end-session-when-lost.js';
import { SessionActors } from './sessions/session-actors.js';
import { SessionCookies } from './sessions/session-cookies.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SignIn } from './sessions/sign-in.js';
import { BeginStaffSignIn } from './staff-sign-in/begin-staff-sign-in.js';
import { CompleteStaffSignIn } from './staff-sign-in/complete-staff-sign-in.js';
import { StaffSignInController } from './staff-sign-in/staff-sign-in.controller.js';

@Module({
  controllers: [
    OneTimeCodesController,
    SessionsController,
    StaffSignInController,
    PasswordsController,
    SecondFactorsController,
    ApiKeysController,
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
    EndSession,
    EndSessionWhenLost,
    EndOtherSessions,
    SessionCookies,
    PasswordHashes,
    CheckPassword,
    SetPassword,
    ChangePassword,
    BeginStaffSignIn,
    CompleteStaffSignIn,
    OfferSecondFactor,
    ConfirmSecondFactor,
    RenewRecoveryCodes,
    CreateApiKey,
    RevokeApiKey,
    RenameAccount,
    CounterCodes,
    NewDelegation,
    AskDelegation,
    ConfirmDelegation,
    EndDelegation,
    ActForHousehold,
    ForgetSpent,
    DemoCredentials,
    { provide: Actors, useClass: SessionActors },
    { provide: StaffRegister, useClass: OfficeStaff },
    { provide: OfficialsRegister, useClass: Officials },
    Consents,
    ChangeConsent,
    AccountData,
    Obstacles,
    ReadPersonalData,
    RequestDeletion,
    WithdrawDeletion,
    ExecuteDeletions,
  ],
  exports: [Accounts, CounterCodes, NewDelegation, Actors, Consents, RequestDeletion, FreshCode],
})
export class IdentityModule {}
