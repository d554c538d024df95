import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { CashDesk } from './cash-desk.query.js';
import { CashDeskDto, CashQuery, CashRecordDto, ConfirmCountDto, CountCashDto, DepositCashDto } from './cash.dto.js';
import { ConfirmCashCount } from './confirm-cash-count.js';
import { CountCash } from './count-cash.js';
import { DepositCash } from './deposit-cash.js';
import { HandOverSlip } from './hand-over-slip.js';
import { AnswersPdf, sendPdf } from '../printing/send-pdf.js';
import { WithdrawCashCount } from './withdraw-cash-count.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Collected cash between the courier's pocket, the office's drawer and the bank. */
@ApiTags('post')
@Controller('post')
export class CashController {
  constructor(
    private readonly desk: CashDesk,
    private readonly count: CountCash,
    private readonly confirmCount: ConfirmCashCount,
    private readonly withdrawCount: WithdrawCashCount,
    private readonly depositCash: DepositCash,
    private readonly slip: HandOverSlip,
  ) {}

  /** What you hold, and for clerks what the office and its couriers hold. */
  @Get('cash')
  @Can('postal.cash.hold')
  @ApiOkResponse({ type: CashDeskDto })
  async cash(@Who() actor: Actor, @Query() { office }: CashQuery): Promise<CashDeskDto> {
    return this.desk.of(actor, office);
  }

  /** Counted and brought to the office; a clerk counts again. */
  @Post('cash-counts')
  @Header('Content-Type', JSON_TYPE)
  @Can('postal.cash.hold')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: CashRecordDto })
  async bring(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: CountCashDto): Promise<string> {
    return this.count.run(actor, body, key);
  }

  /** The clerk counted the same: the cash lies in the office's drawer. */
  @Post('cash-counts/:id/confirmation')
  @HttpCode(204)
  @Can('postal.cash.confirm')
  @ApiNoContentResponse()
  async confirm(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ConfirmCountDto): Promise<void> {
    await this.confirmCount.run(actor, id, body);
  }

  /** Signed by both; for clerks of the office and whoever brought the cash. */
  @Get('cash-counts/:id/slip.pdf')
  @Can('postal.cash.hold')
  @AnswersPdf()
  async print(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    await sendPdf(reply, 'phieu-nop-tien', await this.slip.run(actor, id));
  }

  /** Taken back by whoever counted. */
  @Post('cash-counts/:id/withdrawal')
  @HttpCode(204)
  @Can('postal.cash.hold')
  @ApiNoContentResponse()
  async withdraw(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.withdrawCount.run(actor, id);
  }

  /** Brought from the office's drawer to the bank. */
  @Post('cash-deposits')
  @Header('Content-Type', JSON_TYPE)
  @Can('postal.cash.deposit')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: CashRecordDto })
  async deposit(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: DepositCashDto): Promise<string> {
    return this.depositCash.run(actor, body, key);
  }
}
