import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Database, sql, Who } from '@choxa/platform';
import { mustBeOfNation } from '../scope/area.rules.js';
import { EnterPlatformReport } from './enter-platform-report.js';
import { EnterPlatformReportDto, PlatformReportsDto } from './platform-reports.dto.js';

const SHOWN = 200;

/** What other platforms report of the households they bring online. */
@ApiTags('audit')
@Controller('audit/platform-reports')
export class PlatformReportsController {
  constructor(
    private readonly db: Database,
    private readonly enterReport: EnterPlatformReport,
  ) {}

  @Get()
  @Can('audit.report.answer')
  @ApiOkResponse({ type: PlatformReportsDto })
  async list(@Who() actor: Actor): Promise<PlatformReportsDto> {
    mustBeOfNation(actor);
    const rows = await sql<EnterPlatformReportDto & { enteredAt: Date }>(
      this.db.read,
      `select platform, quarter, households, source, entered_at as "enteredAt" from audit.platform_report
       order by quarter desc, platform limit ${SHOWN}`,
    );
    return { data: rows.map((row) => ({ ...row, enteredAt: row.enteredAt.toISOString() })), next: null };
  }

  @Post()
  @HttpCode(204)
  @Can('audit.report.answer')
  @ApiNoContentResponse()
  async enter(@Who() actor: Actor, @Body() body: EnterPlatformReportDto): Promise<void> {
    await this.enterReport.run(actor, body);
  }
}
