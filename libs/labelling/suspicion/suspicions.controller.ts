import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Actor, Can, Public, Who } from '@choxa/platform';
import { CloseSuspicion } from './close-suspicion.js';
import { NoteSighting } from './note-sighting.js';
import { ReportLabel } from './report-label.js';
import { CloseSuspicionDto, NoteSightingDto, ReportLabelDto, SuspicionListDto, SuspicionsQuery } from './suspicions.dto.js';
import { Suspicions } from './suspicions.query.js';

/** Labels somebody doubts. */
@ApiTags('labelling')
@Controller()
export class SuspicionsController {
  constructor(
    private readonly reportLabel: ReportLabel,
    private readonly noteSighting: NoteSighting,
    private readonly closeSuspicion: CloseSuspicion,
    private readonly suspicions: Suspicions,
  ) {}

  @Post('trace/reports')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async report(@Body() body: ReportLabelDto, @Req() request: FastifyRequest): Promise<void> {
    await this.reportLabel.run({ ...body, caller: callerOf(request) });
  }

  @Post('trace/sightings')
  @Public()
  @HttpCode(204)
  @ApiNoContentResponse()
  async sighting(@Body() { address, provinceCode }: NoteSightingDto): Promise<void> {
    await this.noteSighting.run(address, provinceCode);
  }

  @Get('suspicions')
  @Can('suspicion.read')
  @ApiOkResponse({ type: SuspicionListDto })
  async list(@Who() actor: Actor, @Query() query: SuspicionsQuery): Promise<SuspicionListDto> {
    return this.suspicions.list(actor, query);
  }

  @Post('suspicions/:id/outcome')
  @Can('suspicion.close')
  @HttpCode(204)
  @ApiNoContentResponse()
  async close(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { outcome }: CloseSuspicionDto): Promise<void> {
    await this.closeSuspicion.run(actor, id, outcome);
  }
}

/** Who calls: behind our own pages, which run on this machine, the caller they name; else the other end of the connection, whatever it claims. */
function callerOf({ ip, headers }: FastifyRequest): string {
  const named = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return /^(::1|(::ffff:)?127\.)/.test(ip) && named ? named : ip;
}
