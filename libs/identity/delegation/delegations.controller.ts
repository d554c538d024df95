import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Clock, Database, Who } from '@choxa/platform';
import { mobileAt } from '../one-time-codes/one-time-codes.dto.js';
import { ActForHousehold } from './act-for-household.js';
import { AskDelegation } from './ask-delegation.js';
import { ConfirmDelegation } from './confirm-delegation.js';
import {
  AskDelegationDto,
  AskedDelegationDto,
  BeginActingDto,
  ConfirmDelegationDto,
  DelegationDto,
  DelegationsDto,
  DoneInNameListDto,
  DoneInNameQuery,
  HouseholdQuery,
  OfferDelegationDto,
  toAskedDto,
  toDelegationDto,
  toDoneDto,
} from './delegations.dto.js';
import { delegationsOf, delegationsTo } from './delegations.query.js';
import { doneInName } from './done-in-name.query.js';
import { EndDelegation } from './end-delegation.js';

/** Who may act for a household: given with a code, used by one session, seen and taken back at any moment. */
@ApiTags('delegation')
@Controller()
export class DelegationsController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly askDelegation: AskDelegation,
    private readonly confirmDelegation: ConfirmDelegation,
    private readonly endDelegation: EndDelegation,
    private readonly actForHousehold: ActForHousehold,
  ) {}

  /** What the caller's households have given. */
  @Get('household/delegations')
  @Can('delegation.give')
  @ApiOkResponse({ type: DelegationsDto })
  async given(@Who() actor: Actor, @Query() query: HouseholdQuery): Promise<DelegationsDto> {
    const rows = await delegationsOf(this.db.read, ownHouseholds(actor, query));
    return { data: rows.map((row) => toDelegationDto(row, this.clock.now())), next: null };
  }

  /** Everything clerks did in the name of the caller's households. */
  @Get('household/done-in-name')
  @Can('delegation.give')
  @ApiOkResponse({ type: DoneInNameListDto })
  async done(@Who() actor: Actor, @Query() query: DoneInNameQuery): Promise<DoneInNameListDto> {
    const { data, next } = await doneInName(this.db.read, ownHouseholds(actor, query), query);
    return { data: data.map(toDoneDto), next };
  }

  /** The household names a clerk; a code comes to its own phone. */
  @Post('household/delegations')
  @Can('delegation.give')
  @ApiCreatedResponse({ type: AskedDelegationDto })
  async offer(@Who() actor: Actor, @Body() body: OfferDelegationDto): Promise<AskedDelegationDto> {
    return toAskedDto(await this.askDelegation.byHousehold(actor, { ...body, clerkPhone: mobileAt('/clerkPhone', body.clerkPhone) }));
  }

  /** For whom the caller may act. */
  @Get('delegations')
  @Can('delegation.use')
  @ApiOkResponse({ type: DelegationsDto })
  async received(@Who() actor: Actor): Promise<DelegationsDto> {
    const now = this.clock.now();
    const rows = await delegationsTo(this.db.read, actor.accountId, now);
    return { data: rows.map((row) => toDelegationDto(row, now)), next: null };
  }

  /** At the counter: the clerk asks, the code comes to the household's phone. */
  @Post('delegations')
  @Can('delegation.use')
  @ApiCreatedResponse({ type: AskedDelegationDto })
  async ask(@Who() actor: Actor, @Body() body: AskDelegationDto): Promise<AskedDelegationDto> {
    return toAskedDto(await this.askDelegation.byClerk(actor, { ...body, memberPhone: mobileAt('/memberPhone', body.memberPhone) }));
  }

  @Post('delegations/:id/confirmation')
  @Can('delegation.confirm')
  @HttpCode(200)
  @ApiOkResponse({ type: DelegationDto })
  async confirm(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ConfirmDelegationDto): Promise<DelegationDto> {
    return toDelegationDto(await this.confirmDelegation.run(actor, id, body.code), this.clock.now());
  }

  @Delete('delegations/:id')
  @Can('delegation.confirm')
  @HttpCode(204)
  @ApiNoContentResponse()
  async end(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.endDelegation.run(actor, id);
  }

  @Put('sessions/current/acting')
  @Can('delegation.use')
  @HttpCode(204)
  @ApiNoContentResponse()
  async begin(@Who() actor: Actor, @Body() body: BeginActingDto): Promise<void> {
    await this.actForHousehold.begin(actor, body.delegationId);
  }

  @Delete('sessions/current/acting')
  @Can('delegation.stop')
  @HttpCode(204)
  @ApiNoContentResponse()
  async stop(@Who() actor: Actor): Promise<void> {
    await this.actForHousehold.stop(actor);
  }
}

function ownHouseholds(actor: Actor, { household }: HouseholdQuery): string[] {
  return actor.scope('household', 'household').filter((id) => household === undefined || id === household);
}
