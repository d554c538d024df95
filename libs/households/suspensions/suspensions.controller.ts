import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { localDay } from '@choxa/standards';
import { Actor, Can, Clock, Database, Who } from '@choxa/platform';
import { AnnounceSuspension } from './announce-suspension.js';
import { LiftSuspension } from './lift-suspension.js';
import { suspensionReasons } from './suspension-reasons.query.js';
import { AnnounceSuspensionDto, LiftSuspensionDto, SuspensionReasonsDto } from './suspensions.dto.js';

/** Officials stop a household from selling, with the notice the rules ask for. */
@ApiTags('households')
@Controller()
export class SuspensionsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly announceSuspension: AnnounceSuspension,
    private readonly liftSuspension: LiftSuspension,
  ) {}

  @Get('suspension-reasons')
  @Can('household.suspend')
  @ApiOkResponse({ type: SuspensionReasonsDto })
  async reasons(): Promise<SuspensionReasonsDto> {
    return { data: await suspensionReasons(this.db.read, localDay(this.clock.now())) };
  }

  @Post('households/:id/suspension')
  @Can('household.suspend')
  @HttpCode(204)
  @ApiNoContentResponse()
  async announce(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AnnounceSuspensionDto): Promise<void> {
    await this.announceSuspension.run(actor, id, body);
  }

  @Post('households/:id/suspension/end')
  @Can('household.suspend')
  @HttpCode(204)
  @ApiNoContentResponse()
  async lift(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: LiftSuspensionDto): Promise<void> {
    await this.liftSuspension.run(actor, id, body.note);
  }
}
