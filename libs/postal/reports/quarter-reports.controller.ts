import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, IdempotencyKey, Who, type Actor } from '@choxa/platform';
import { CorrectFigure } from './correct-figure.js';
import { CorrectFigureDto, QuarterReportQuery, QuarterReportsDto, SubmitReportDto, SubmittedReportDto } from './quarter-report.dto.js';
import { QuarterReports } from './quarter-reports.query.js';
import { SubmitReport } from './submit-report.js';

/** What an operator reports online each quarter. */
@ApiTags('post')
@Controller('post/quarter-reports')
export class QuarterReportsController {
  constructor(
    private readonly reports: QuarterReports,
    private readonly correct: CorrectFigure,
    private readonly submitReport: SubmitReport,
  ) {}

  /** The draft of a quarter for each operator the caller manages, and what was submitted. */
  @Get()
  @Can('postal.report.write')
  @ApiOkResponse({ type: QuarterReportsDto })
  async list(@Who() actor: Actor, @Query() { quarter }: QuarterReportQuery): Promise<QuarterReportsDto> {
    return { data: await this.reports.list(actor, quarter), next: null };
  }

  /** A figure of the draft is corrected, with the reason. */
  @Post('corrections')
  @HttpCode(204)
  @Can('postal.report.write')
  @ApiNoContentResponse()
  async correctFigure(@Who() actor: Actor, @Body() body: CorrectFigureDto): Promise<void> {
    await this.correct.run(actor, body);
  }

  /** The draft becomes a version that stays. */
  @Post()
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Can('postal.report.write')
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiCreatedResponse({ type: SubmittedReportDto })
  async submit(@Who() actor: Actor, @IdempotencyKey() key: string, @Body() body: SubmitReportDto): Promise<string> {
    return this.submitReport.run(actor, body, key);
  }
}
