import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { requireOwnHousehold } from '@choxa/households';
import { AnswersFile, Can, Clock, sendFile, Spreadsheets, Who, Workshop, XLSX, type Actor } from '@choxa/platform';
import { ExportStatement } from './export-statement.js';
import { MoneyDto, MoneyQuery, StatementPeriodQuery } from './money.dto.js';
import { Money } from './money.query.js';
import { monthOf, rangeOf } from './statement-period.rules.js';
import { printStatement } from './print-statement.js';
import { statementSheet } from './statement-workbook.js';

const PDF = 'application/pdf';

/** A household's money: what stands in the books for each order, and together. */
@ApiTags('payments')
@Controller('household/money')
export class MoneyController {
  constructor(
    private readonly clock: Clock,
    private readonly money: Money,
    private readonly exportStatement: ExportStatement,
    private readonly spreadsheets: Spreadsheets,
    private readonly workshop: Workshop,
  ) {}

  @Get()
  @Can('money.read')
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: MoneyDto })
  async list(@Who() actor: Actor, @Query() { household, period = monthOf(this.clock.now()), ...page }: MoneyQuery): Promise<MoneyDto> {
    const householdId = requireOwnHousehold(actor, household);
    const range = rangeOf(period);
    return { period, totals: await this.money.totals(householdId, range), ...(await this.money.page(householdId, range, page)) };
  }

  @Get('statement.xlsx')
  @Can('money.read')
  @AnswersFile(XLSX)
  async workbook(@Who() actor: Actor, @Query() query: StatementPeriodQuery, @Res() reply: FastifyReply): Promise<void> {
    const statement = await this.statement(actor, query);
    await sendFile(reply, `sao-ke-${statement.period}.xlsx`, XLSX, await this.spreadsheets.workbook(statementSheet(statement)));
  }

  @Get('statement.pdf')
  @Can('money.read')
  @AnswersFile(PDF)
  async pdf(@Who() actor: Actor, @Query() query: StatementPeriodQuery, @Res() reply: FastifyReply): Promise<void> {
    const statement = await this.statement(actor, query);
    await sendFile(reply, `sao-ke-${statement.period}.pdf`, PDF, await printStatement(this.workshop, statement));
  }

  private statement(actor: Actor, { household, period = monthOf(this.clock.now()) }: StatementPeriodQuery) {
    return this.exportStatement.run(actor, requireOwnHousehold(actor, household), period);
  }
}
