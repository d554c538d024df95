import { Body, Controller, Header, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { CashRecordDto } from './cash.dto.js';
import { RepayShortage } from './repay-shortage.js';
import { RepayShortageDto } from './shortage.dto.js';

/** What was missing at a count is made good. */
@ApiTags('post')
@Controller('post/shortage-repayments')
export class ShortageRepaymentsController {
  constructor(private readonly repay: RepayShortage) {}

  /** Written down by a cashier; booked when a second person confirms it. */
  @Post()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Can('postal.cash.confirm')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: CashRecordDto })
  async ask(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: RepayShortageDto): Promise<string> {
    return this.repay.ask(actor, body, key);
  }

  /** By another clerk of the office, or by whose shortage it is. */
  @Post(':id/confirmation')
  @HttpCode(204)
  @Can('postal.cash.hold')
  @ApiNoContentResponse()
  async confirm(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.repay.confirm(actor, id);
  }

  @Post(':id/withdrawal')
  @HttpCode(204)
  @Can('postal.cash.hold')
  @ApiNoContentResponse()
  async withdraw(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.repay.withdraw(actor, id);
  }
}
