import { Controller, Get, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock, Config, Flag, ListOf, OneOf, platformProblem, prefersEnglish, Public, ROLES, Text, type Role } from '@choxa/platform';
import { formatPhone } from '@choxa/standards';
import { codeAt } from '../second-factors/totp.rules.js';
import { DEMO_ACCOUNTS, isStaff } from './demo-accounts.js';
import { DEMO_PASSWORD, DEMO_SECRET } from './demo-credentials.js';

export class DemoAccountDto {
  @OneOf(ROLES) role: Role;
  @Text() roleName: string;
  @Text() name: string;
  @Text({ description: 'As people type it' }) phone: string;
  @Flag({ description: 'Signs in with password and authenticator code' }) staff: boolean;
}

export class DemoDto {
  @Flag() demo: boolean;
  @Text() notice: string;
  @Text({ description: 'Of all staff accounts of the demo' }) staffPassword: string;
  @Text({ description: 'What their authenticator shows now' }) staffCode: string;
  @ListOf(() => DemoAccountDto) accounts: DemoAccountDto[];
}

/** Says that this is a demo and whom a visitor may be. It exists in demo mode only. */
@ApiTags('demo')
@Controller('demo')
export class DemoController {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @ApiOkResponse({ type: DemoDto })
  read(@Headers('accept-language') language?: string): DemoDto {
    if (!this.config.demo) throw platformProblem('not-found');
    const english = prefersEnglish(language);
    return {
      demo: true,
      notice: english
        ? 'A demo: people, households, orders and parcels are invented. Sign-in codes appear in the demo inbox.'
        : 'Bản dùng thử: người, hộ, đơn hàng và bưu gửi đều là hư cấu. Mã đăng nhập hiện trong hộp thư thử.',
      staffPassword: DEMO_PASSWORD,
      staffCode: codeAt(DEMO_SECRET, this.clock.now()),
      accounts: DEMO_ACCOUNTS.map((account) => ({
        role: account.role,
        roleName: english ? account.roleEn : account.roleVi,
        name: account.name,
        phone: formatPhone(account.phone),
        staff: isStaff(account),
      })),
    };
  }
}
