import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  AnswersFile,
  Can,
  CSV,
  IdempotencyKey,
  sendFile,
  Spreadsheets,
  uploadedFile,
  Who,
  XLSX,
  type Actor,
  type UploadRequest,
} from '@choxa/platform';
import { CashRecordDto } from '../cod/cash.dto.js';
import { postalProblem } from '../postal.problems.js';
import { ClosePayoutBatch } from './close-payout-batch.js';
import { MakePayoutBatch } from './make-payout-batch.js';
import {
  MakePayoutBatchDto,
  PayoutBatchDetailDto,
  PayoutBatchesDto,
  PayoutBatchesQuery,
  SettlePayoutLineDto,
  StatementTakenDto,
} from './payout-batch.dto.js';
import { PayoutBatches } from './payout-batches.query.js';
import { payoutLines, payoutSheet } from './payout-file.js';
import { SettlePayoutLine } from './settle-payout-line.js';
import { TakeBankStatement } from './take-bank-statement.js';

/** Cash on delivery paid out to many senders together, for the managers of an operator. */
@ApiTags('post')
@Controller('post')
export class PayoutBatchesController {
  constructor(
    private readonly batches: PayoutBatches,
    private readonly make: MakePayoutBatch,
    private readonly close: ClosePayoutBatch,
    private readonly settleLine: SettlePayoutLine,
    private readonly takeStatement: TakeBankStatement,
    private readonly spreadsheets: Spreadsheets,
  ) {}

  @Get('payout-batches')
  @Can('postal.payout.work')
  @ApiOkResponse({ type: PayoutBatchesDto })
  async list(@Who() actor: Actor, @Query() query: PayoutBatchesQuery): Promise<PayoutBatchesDto> {
    return this.batches.list(actor, query);
  }

  /** All cash that was collected until a day, a line for each sender; at most 5,000 parcels. */
  @Post('payout-batches')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Can('postal.payout.work')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: CashRecordDto })
  async add(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: MakePayoutBatchDto): Promise<string> {
    return this.make.run(actor, body, key);
  }

  @Get('payout-batches/:id')
  @Can('postal.payout.work')
  @ApiOkResponse({ type: PayoutBatchDetailDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<PayoutBatchDetailDto> {
    return this.batches.one(actor, id);
  }

  /** By a second person. */
  @Post('payout-batches/:id/confirmation')
  @HttpCode(204)
  @Can('postal.payout.work')
  @ApiNoContentResponse()
  async confirm(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.close.confirm(actor, id);
  }

  /** A draft is given up; its parcels are due as before. */
  @Post('payout-batches/:id/withdrawal')
  @HttpCode(204)
  @Can('postal.payout.work')
  @ApiNoContentResponse()
  async withdraw(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.close.withdraw(actor, id);
  }

  /** What the bank is to pay. */
  @Get('payout-batches/:id/bank.csv')
  @Can('postal.payout.work')
  @AnswersFile(CSV)
  async csv(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const batch = await this.batches.forBank(actor, id);
    await sendFile(reply, `${batch.reference}.csv`, CSV, await this.spreadsheets.csv(payoutLines(batch)));
  }

  @Get('payout-batches/:id/bank.xlsx')
  @Can('postal.payout.work')
  @AnswersFile(XLSX)
  async workbook(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply): Promise<void> {
    const batch = await this.batches.forBank(actor, id);
    await sendFile(reply, `${batch.reference}.xlsx`, XLSX, await this.spreadsheets.workbook(payoutSheet(batch)));
  }

  /** The bank's list of what it paid, CSV or XLSX: settles the lines it names. */
  @Post('payout-batches/:id/statement')
  @HttpCode(200)
  @Can('postal.payout.work')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOkResponse({ type: StatementTakenDto })
  async statement(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Req() request: UploadRequest): Promise<StatementTakenDto> {
    const file = await uploadedFile(request);
    if (!file) throw postalProblem('sheet.missing');
    return this.takeStatement.run(actor, id, file.bytes);
  }

  /** A line was paid, or its money did not arrive. */
  @Post('payout-lines/:id/settlement')
  @HttpCode(204)
  @Can('postal.payout.work')
  @ApiNoContentResponse()
  async settle(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: SettlePayoutLineDto): Promise<void> {
    await this.settleLine.run(actor, id, body);
  }
}
