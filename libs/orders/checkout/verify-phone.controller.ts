import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { mobileAt } from '@choxa/identity';
import { Config, Instant, Public, Text, Who, type Actor } from '@choxa/platform';
import { holderOf } from '../cart/cart-cookie.js';
import { VerifyPhone } from './verify-phone.js';

export class PhoneToProveDto {
  @Text({ max: 30, description: 'The recipient\u2019s mobile number as people type it' }) phone: string;
}

export class PhoneProofDto extends PhoneToProveDto {
  @Text({ pattern: /^\d{6}$/, max: 6 }) code: string;
}

export class PhoneCodeSentDto {
  @Instant() expiresAt: string;
}

/** Needed for cash on delivery only where the limits ask for it: an order answers `cod.verify-phone` then. */
@ApiTags('orders')
@Controller('cart')
export class VerifyPhoneController {
  constructor(
    private readonly verifyPhone: VerifyPhone,
    private readonly config: Config,
  ) {}

  @Post('phone-codes')
  @Public({ who: true })
  @HttpCode(202)
  @ApiAcceptedResponse({ type: PhoneCodeSentDto })
  async send(@Who() actor: Actor | null, @Req() request: FastifyRequest, @Body() { phone }: PhoneToProveDto): Promise<PhoneCodeSentDto> {
    const expiresAt = await this.verifyPhone.send(holderOf(request, actor, this.config), mobileAt('/phone', phone));
    return { expiresAt: expiresAt.toISOString() };
  }

  @Post('phone-proofs')
  @Public({ who: true })
  @HttpCode(204)
  @ApiNoContentResponse()
  async prove(@Who() actor: Actor | null, @Req() request: FastifyRequest, @Body() { phone, code }: PhoneProofDto): Promise<void> {
    await this.verifyPhone.prove(holderOf(request, actor, this.config), mobileAt('/phone', phone), code);
  }
}
