import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Clock, Who, type Actor } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { Offices } from '../offices/offices.query.js';
import { managedOperator, managedOperators } from '../operators/managed-operators.js';
import { postalProblem } from '../postal.problems.js';
import { AddLeg } from './add-leg.js';
import { EndLeg } from './end-leg.js';
import { LayHubAndSpoke } from './lay-hub-and-spoke.js';
import { Legs } from './legs.query.js';
import { AddLegDto, EndLegDto, LaidDto, LayHubAndSpokeDto, LegsDto, LegsQuery, PathDto, PathQuery, toPathDto } from './network.dto.js';
import { Network } from './network.js';

/** The transports of an operator, for its managers. */
@ApiTags('post')
@Controller('post/network')
export class NetworkController {
  constructor(
    private readonly legs: Legs,
    private readonly addLeg: AddLeg,
    private readonly endLeg: EndLeg,
    private readonly layHubAndSpoke: LayHubAndSpoke,
    private readonly network: Network,
    private readonly offices: Offices,
    private readonly clock: Clock,
  ) {}

  @Get('legs')
  @Can('postal.network.manage')
  @ApiOkResponse({ type: LegsDto })
  async list(@Who() actor: Actor, @Query() query: LegsQuery): Promise<LegsDto> {
    return (await this.legs.ofManager(actor, localDay(this.clock.now()), query)) as LegsDto;
  }

  @Post('legs')
  @HttpCode(204)
  @Can('postal.network.manage')
  @ApiNoContentResponse()
  async add(@Who() actor: Actor, @Body() { departures, ...leg }: AddLegDto): Promise<void> {
    await this.addLeg.run(actor, { ...leg, departs: departures.map(({ at }) => at) });
  }

  @Post('legs/:id/end')
  @HttpCode(204)
  @Can('postal.network.manage')
  @ApiNoContentResponse()
  async end(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { validTo }: EndLegDto): Promise<void> {
    await this.endLeg.run(actor, id, validTo);
  }

  /** Lays the whole network anew as hub and spoke. */
  @Post('hub-and-spoke')
  @Can('postal.network.manage')
  @ApiCreatedResponse({ type: LaidDto })
  async lay(@Who() actor: Actor, @Body() { operatorId, regionHubIds, validFrom }: LayHubAndSpokeDto): Promise<LaidDto> {
    const network = { operatorId: managedOperator(actor, operatorId), regionHubIds, validFrom };
    return { legs: await this.layHubAndSpoke.run(actor, network) };
  }

  /** The way between two offices of an operator one manages. */
  @Get('path')
  @Can('postal.network.manage')
  @ApiOkResponse({ type: PathDto })
  async path(@Who() actor: Actor, @Query() { from, to, at }: PathQuery): Promise<PathDto> {
    const own = new Set(managedOperators(actor));
    const ends = (await this.offices.byIds([from, to])).filter(({ operatorId }) => own.has(operatorId));
    const path = ends.length ? await this.network.path(from, to, at ? new Date(at) : this.clock.now()) : null;
    if (!path) throw postalProblem('path.none');
    const passed = await this.offices.byIds(path.officeIds);
    return toPathDto(path, new Map(passed.map(({ id, name }) => [id, name])));
  }
}
