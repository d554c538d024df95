import { Module } from '@nestjs/common';
import { Actors } from '@choxa/platform';
import './identity.policies.js';
import { Accounts } from './accounts/accounts.js';
import { MeController } from './accounts/me.controller.js';
import { RenameAccount } from './accounts/rename-account.js';
import { DemoController } from './demo/demo.controller.js';
import { OneTimeCodesController } from './one-time-codes/one-time-codes.controller.js';
import { RequestCode } from './one-time-codes/request-code.js';
import { SessionActors } from './sessions/session-actors.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SignIn } from './sessions/sign-in.js';
import { SignOut } from './sessions/sign-out.js';

@Module({
  controllers: [OneTimeCodesController, SessionsController, MeController, DemoController],
  providers: [Accounts, RequestCode, SignIn, SignOut, RenameAccount, { provide: Actors, useClass: SessionActors }],
  exports: [Accounts, Actors],
})
export class IdentityModule {}
