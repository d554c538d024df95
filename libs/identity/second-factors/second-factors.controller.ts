import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Actor, Can, Who } from '@choxa/platform';
import { SessionCookies } from '../sessions/session-cookies.js';
import { ConfirmSecondFactor } from './confirm-second-factor.js';
import { OfferSecondFactor } from './offer-second-factor.js';
import { drawQr } from './qr-drawing.js';
import { RenewRecoveryCodes } from './renew-recovery-codes.js';
import { ConfirmSecondFactorDto, PasswordAgainDto, RecoveryCodesDto, SecondFactorOfferDto } from './second-factors.dto.js';

@ApiTags('identity')
@Controller('me')
export class SecondFactorsController {
  constructor(
    private readonly offerSecondFactor: OfferSecondFactor,
    private readonly confirmSecondFactor: ConfirmSecondFactor,
    private readonly renewRecoveryCodes: RenewRecoveryCodes,
    private readonly cookies: SessionCookies,
  ) {}

  @Post('second-factor')
  @Can('account.secure')
  @ApiCreatedResponse({ type: SecondFactorOfferDto })
  async offer(@Who() actor: Actor, @Body() body: PasswordAgainDto): Promise<SecondFactorOfferDto> {
    const { secret, uri, expiresAt } = await this.offerSecondFactor.run(actor, body);
    return { secret, uri, qrSvg: drawQr(uri), expiresAt: expiresAt.toISOString() };
  }

  @Post('second-factor/confirmation')
  @Can('account.secure')
  @ApiCreatedResponse({ type: RecoveryCodesDto })
  async confirm(
    @Who() actor: Actor,
    @Body() body: ConfirmSecondFactorDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesDto> {
    const device = this.cookies.deviceOf(request);
    const { token, recoveryCodes } = await this.confirmSecondFactor.run(actor, { ...body, device });
    await this.cookies.hand(reply, token, 'second-factor', device);
    return { recoveryCodes };
  }

  @Post('recovery-codes')
  @Can('account.secure')
  @ApiCreatedResponse({ type: RecoveryCodesDto })
  async renew(@Who() actor: Actor, @Body() body: PasswordAgainDto): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.renewRecoveryCodes.run(actor, body) };
  }
}
