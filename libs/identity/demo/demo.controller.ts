import { Controller, Get, Headers } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Config, Flag, ListOf, OneOf, platformProblem, prefersEnglish, Public, ROLES, Text, type Role } from '@choxa/platform';
import { formatPhone } from '@choxa/standards';
import { DEMO_ACCOUNTS } from './demo-accounts.js';

export class DemoAccountDto {
  @OneOf(ROLES) role: Role;
  @Text() roleName: string;
  @Text() name: string;
  @Text({ description: 'As people type it' }) phone: string;
}

export class DemoDto {
  @Flag() demo: boolean;
  @Text() notice: string;
  @ListOf(() => DemoAccountDto) accounts: DemoAccountDto[];
}

/** Says that this is a demo and whom a visitor may be. It exists in demo mode only. */
@ApiTags('demo')
@Controller('demo')
export class DemoController {
  constructor(private readonly config: Config) {}

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
      accounts: DEMO_ACCOUNTS.map(({ role, roleVi, roleEn, name, phone }) => ({
        role,
        roleName: english ? roleEn : roleVi,
        name,
        phone: formatPhone(phone),
      })),
    };
  }
}
