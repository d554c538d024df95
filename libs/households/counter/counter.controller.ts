import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { CounterCodes, mobileAt } from '@choxa/identity';
import { Actor, Can, Who } from '@choxa/platform';
import { toHouseholdDto } from '../households/households.dto.js';
import { CounterCodeDto, CounterCodeSentDto, CounterRegisteredDto, CounterRegistrationDto } from './counter.dto.js';
import { RegisterAtCounter } from './register-at-counter.js';

/** A household is registered by the clerk in front of it. */
@ApiTags('households')
@Controller('counter')
export class CounterController {
  constructor(
    private readonly codes: CounterCodes,
    private readonly registerAtCounter: RegisterAtCounter,
  ) {}

  @Post('registration-codes')
  @Can('household.register-at-counter')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: CounterCodeSentDto })
  async send(@Who() actor: Actor, @Body() body: CounterCodeDto): Promise<CounterCodeSentDto> {
    return { expiresAt: (await this.codes.send(actor, mobileAt('/phone', body.phone))).toISOString() };
  }

  @Post('registrations')
  @Can('household.register-at-counter')
  @ApiCreatedResponse({ type: CounterRegisteredDto })
  async register(@Who() actor: Actor, @Body() body: CounterRegistrationDto): Promise<CounterRegisteredDto> {
    const { household, delegationId } = await this.registerAtCounter.run(actor, { ...body, phone: mobileAt('/phone', body.phone) });
    return { household: toHouseholdDto(household), delegationId, duties: body.duties };
  }
}
