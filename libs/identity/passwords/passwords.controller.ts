import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Public, Who } from '@choxa/platform';
import { mobileIn } from '../one-time-codes/one-time-codes.dto.js';
import { ChangePassword } from './change-password.js';
import { ChangePasswordDto, SetPasswordDto } from './passwords.dto.js';
import { SetPassword } from './set-password.js';

@ApiTags('identity')
@Controller()
export class PasswordsController {
  constructor(
    private readonly setPassword: SetPassword,
    private readonly changePassword: ChangePassword,
  ) {}

  @Post('passwords')
  @Public({ who: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  async set(@Who() actor: Actor | null, @Body() body: SetPasswordDto): Promise<void> {
    await this.setPassword.run(actor, { ...body, phone: mobileIn(body) });
  }

  @Put('me/password')
  @Can('account.secure')
  @HttpCode(204)
  @ApiNoContentResponse()
  async change(@Who() actor: Actor, @Body() body: ChangePasswordDto): Promise<void> {
    await this.changePassword.run(actor, body);
  }
}
