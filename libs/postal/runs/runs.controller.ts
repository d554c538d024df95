import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { StaffParcelsDto } from '../parcels/staff-parcel.dto.js';
import { StaffParcels } from '../parcels/staff-parcels.query.js';
import { CarryRun } from './carry-run.js';
import { PlanRun } from './plan-run.js';
import { RunMadeDto, RunPlanDto, RunsDto, RunsQuery, RunStopsDto, WaitingAreasDto } from './run.dto.js';
import { Runs } from './runs.query.js';

/** The rounds of a delivery office. */
@ApiTags('post')
@Controller('post')
export class RunsController {
  constructor(
    private readonly runs: Runs,
    private readonly planRun: PlanRun,
    private readonly carryRun: CarryRun,
    private readonly staffParcels: StaffParcels,
  ) {}

  /** Rounds of today and those still open, the caller's own first; each with its stops in the sequence to go. */
  @Get('runs')
  @Can('postal.run.read')
  @ApiOkResponse({ type: RunsDto })
  async list(@Who() actor: Actor, @Query() { office }: RunsQuery): Promise<RunsDto> {
    return { data: await this.runs.list(actor, office), next: null };
  }

  /** The parcels of a round with all one needs to deliver them, for a phone that will be without network. */
  @Get('runs/:id/parcels')
  @Can('postal.run.read')
  @ApiOkResponse({ type: StaffParcelsDto })
  async parcels(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<StaffParcelsDto> {
    return { data: await this.staffParcels.onRun(actor, id), next: null };
  }

  /** Communes for which parcels wait for a round. */
  @Get('run-areas')
  @Can('postal.run.read')
  @ApiOkResponse({ type: WaitingAreasDto })
  async waiting(@Who() actor: Actor, @Query() { office }: RunsQuery): Promise<WaitingAreasDto> {
    return { data: await this.runs.waiting(actor, office), next: null };
  }

  @Post('runs')
  @Can('postal.run.plan')
  @ApiCreatedResponse({ type: RunMadeDto })
  async plan(@Who() actor: Actor, @Body() { officeId, name, parcels, communes }: RunPlanDto): Promise<RunMadeDto> {
    return { id: await this.planRun.run(actor, { officeId, name, parcels: parcels ?? [], communes: communes ?? [] }) };
  }

  /** All stops anew, in the sequence given or in a good one. */
  @Put('runs/:id/stops')
  @Can('postal.run.plan')
  @HttpCode(204)
  @ApiNoContentResponse()
  async arrange(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { parcels, sorted }: RunStopsDto): Promise<void> {
    await this.planRun.arrange(actor, id, parcels, sorted ?? false);
  }

  @Post('runs/:id/start')
  @Can('postal.run.carry')
  @HttpCode(204)
  @ApiNoContentResponse()
  async start(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.carryRun.start(actor, id);
  }

  @Post('runs/:id/end')
  @Can('postal.run.carry')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.carryRun.end(actor, id);
  }
}
