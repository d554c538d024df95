import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@choxa/platform';
import { MeDto } from '../accounts/me.dto.js';
import { mobileIn } from '../one-time-codes/one-time-codes.dto.js';
import { SessionCookies } from '../sessions/session-cookies.js';
import { BeginStaffSignIn } from './begin-staff-sign-in.js';
import { CompleteStaffSignIn } from './complete-staff-sign-in.js';
import { BeginStaffSignInDto, CompleteStaffSignInDto, HalfSignInDto } from './staff-sign-in.dto.js';

/** Sign-in of those who work for the post or the state: password, then second factor. */
@ApiTags('identity')
@Controller('staff-sign-ins')
export class StaffSignInController {
  constructor(
    private readonly begin: BeginStaffSignIn,
    private readonly complete: CompleteStaffSignIn,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @Public()
  @ApiCreatedResponse({ type: HalfSignInDto })
  async password(@Body() body: BeginStaffSignInDto): Promise<HalfSignInDto> {
    const { token, expiresAt } = await this.begin.run({ phone: mobileIn(body), password: body.password });
    return { token, expiresAt: expiresAt.toISOString() };
  }

  @Post('completion')
  @Public()
  @ApiCreatedResponse({ type: MeDto })
  async secondFactor(
    @Body() body: CompleteStaffSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const device = this.cookies.deviceOf(request);
    const token = await this.complete.run({ ...body, device });
    return this.cookies.hand(reply, token, 'second-factor', device);
  }
}
