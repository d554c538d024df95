import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { localDay } from '@choxa/standards';
import { Actor, Can, Clock, Database, platformProblem, Who } from '@choxa/platform';
import { ChangeConsent } from './change-consent.js';
import { ChangeConsentDto, ConsentsDto, toConsentsDto } from './consents.dto.js';
import { consentHistory } from './own-consents.query.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from './purposes.js';

/** What the caller has agreed to. Giving and withdrawing are the same request. */
@ApiTags('identity')
@Controller('me/consents')
export class ConsentsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly changeConsent: ChangeConsent,
  ) {}

  @Get()
  @Can('me.read')
  @ApiOkResponse({ type: ConsentsDto })
  async read(@Who() actor: Actor): Promise<ConsentsDto> {
    return toConsentsDto(await consentHistory(this.db.read, actor.accountId), localDay(this.clock.now()));
  }

  @Put(':purpose')
  @Can('me.write')
  @ApiParam({ name: 'purpose', enum: CONSENT_PURPOSES })
  @ApiOkResponse({ type: ConsentsDto })
  async change(@Who() actor: Actor, @Param('purpose') name: string, @Body() body: ChangeConsentDto): Promise<ConsentsDto> {
    const purpose = CONSENT_PURPOSES.find((one) => one === name) satisfies ConsentPurpose | undefined;
    if (!purpose) throw platformProblem('not-found');
    await this.changeConsent.run(actor, { purpose, ...body });
    return this.read(actor);
  }
}
