import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { CashCapsDto, NewCashCapDto } from './cash-cap.dto.js';
import { CashCaps } from './cash-caps.query.js';
import { EnterCashCap } from './enter-cash-cap.js';

/** How much cash may be held, for the managers of an operator. */
@ApiTags('post')
@Controller('post/cash-caps')
export class CashCapsController {
  constructor(
    private readonly caps: CashCaps,
    private readonly enter: EnterCashCap,
  ) {}

  /** At most 200 rows, and 200 people who have held cash. */
  @Get()
  @Can('postal.cash.cap')
  @ApiOkResponse({ type: CashCapsDto })
  async list(@Who() actor: Actor): Promise<CashCapsDto> {
    return this.caps.list(actor);
  }

  /** From a day on; rows of before stay. */
  @Post()
  @HttpCode(204)
  @Can('postal.cash.cap')
  @ApiNoContentResponse()
  async add(@Who() actor: Actor, @Body() body: NewCashCapDto): Promise<void> {
    await this.enter.run(actor, body);
  }
}
