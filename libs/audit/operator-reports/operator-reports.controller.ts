import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Who } from '@choxa/platform';
import { AnswerReport } from './answer-report.js';
import {
  AnswerReportDto,
  OperatorReportDto,
  OperatorReportQueryDto,
  OperatorReportsDto,
  OperatorReportsQueryDto,
} from './operator-reports.dto.js';
import { OperatorReports } from './operator-reports.query.js';

/** What postal operators report each quarter, received and judged. */
@ApiTags('audit')
@Controller('audit/operator-reports')
export class OperatorReportsController {
  constructor(
    private readonly reports: OperatorReports,
    private readonly answerReport: AnswerReport,
  ) {}

  /** Every operator of a quarter side by side: the state of its report, and each reported figure beside our facts. */
  @Get()
  @Can('audit.report.answer')
  @ApiOkResponse({ type: OperatorReportsDto })
  list(@Who() actor: Actor, @Query() { quarter }: OperatorReportsQueryDto): Promise<OperatorReportsDto> {
    return this.reports.list(actor, quarter);
  }

  @Get(':operator')
  @Can('audit.report.answer')
  @ApiOkResponse({ type: OperatorReportDto })
  one(@Who() actor: Actor, @Param('operator') operator: string, @Query() query: OperatorReportQueryDto): Promise<OperatorReportDto> {
    return this.reports.one(actor, operator, query.quarter, query.version);
  }

  /** Accepts the latest version or returns it with the reason. */
  @Post(':operator/answer')
  @HttpCode(204)
  @Can('audit.report.answer')
  @ApiNoContentResponse()
  async answer(@Who() actor: Actor, @Param('operator') operator: string, @Body() body: AnswerReportDto): Promise<void> {
    await this.answerReport.run(actor, operator, body);
  }
}
