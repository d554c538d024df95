import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { AddNumberRange } from './add-number-range.js';
import { managedOperator } from './managed-operators.js';
import { AddNumberRangeDto, ManagedOperatorsDto, NumberRangesDto } from './operators.dto.js';
import { Operators } from './operators.query.js';

/** Postal enterprises and their numbers, for their managers. */
@ApiTags('post')
@Controller('post')
export class OperatorsController {
  constructor(
    private readonly operators: Operators,
    private readonly addNumberRange: AddNumberRange,
  ) {}

  @Get('operators')
  @Can('postal.network.manage')
  @ApiOkResponse({ type: ManagedOperatorsDto })
  async list(@Who() actor: Actor): Promise<ManagedOperatorsDto> {
    return { data: await this.operators.ofManager(actor) };
  }

  @Get('number-ranges')
  @Can('postal.network.manage')
  @ApiOkResponse({ type: NumberRangesDto })
  async numberRanges(@Who() actor: Actor): Promise<NumberRangesDto> {
    return { data: await this.operators.numberRanges(actor) };
  }

  @Post('number-ranges')
  @HttpCode(204)
  @Can('postal.network.manage')
  @ApiNoContentResponse()
  async addRange(@Who() actor: Actor, @Body() body: AddNumberRangeDto): Promise<void> {
    await this.addNumberRange.run(actor, { ...body, operatorId: managedOperator(actor, body.operatorId) });
  }
}
