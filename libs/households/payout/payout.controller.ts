import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { localDay } from '@choxa/standards';
import { Actor, Can, Clock, Database, Who } from '@choxa/platform';
import { OwnHouseholdQuery } from '../households/households.dto.js';
import { requireOwnHousehold } from '../households/own-household.js';
import { requireMember } from '../members/own-membership.js';
import { banksOn } from './banks.query.js';
import { CancelPayoutChange } from './cancel-payout-change.js';
import { ChangePayoutAccount } from './change-payout-account.js';
import { PayoutAccountEntity } from './payout-account.entity.js';
import { ChangePayoutAccountDto, PayoutCodeSentDto, PayoutDto, toPayoutAccountDtos } from './payout.dto.js';
import { SendPayoutCode } from './send-payout-code.js';

/** Where a household's money goes: for its own people alone, never for somebody who acts for it. */
@ApiTags('households')
@Controller('household/payout-account')
export class PayoutController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sendCode: SendPayoutCode,
    private readonly changeAccount: ChangePayoutAccount,
    private readonly cancelChange: CancelPayoutChange,
  ) {}

  @Get()
  @Can('household.payout')
  @ApiOkResponse({ type: PayoutDto })
  async read(@Who() actor: Actor, @Query() query: OwnHouseholdQuery): Promise<PayoutDto> {
    const householdId = requireOwnHousehold(actor, query.household);
    await requireMember(this.db.read, actor, householdId);
    const now = this.clock.now();
    const accounts = await this.db.read.find(PayoutAccountEntity, { where: { householdId }, order: { effectiveAt: 'DESC', id: 'ASC' } });
    return { accounts: toPayoutAccountDtos(accounts, now), banks: await banksOn(this.db.read, localDay(now)) };
  }

  @Post('code')
  @Can('household.payout')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: PayoutCodeSentDto })
  async code(@Who() actor: Actor, @Query() query: OwnHouseholdQuery): Promise<PayoutCodeSentDto> {
    const expiresAt = await this.sendCode.run(actor, requireOwnHousehold(actor, query.household));
    return { expiresAt: expiresAt.toISOString() };
  }

  @Put()
  @Can('household.payout')
  @HttpCode(204)
  @ApiNoContentResponse()
  async change(@Who() actor: Actor, @Query() query: OwnHouseholdQuery, @Body() body: ChangePayoutAccountDto): Promise<void> {
    await this.changeAccount.run(actor, requireOwnHousehold(actor, query.household), body);
  }

  @Delete('change')
  @Can('household.payout')
  @HttpCode(204)
  @ApiNoContentResponse()
  async cancel(@Who() actor: Actor, @Query() query: OwnHouseholdQuery): Promise<void> {
    await this.cancelChange.run(actor, requireOwnHousehold(actor, query.household));
  }
}
