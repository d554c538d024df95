import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Who } from '@choxa/platform';
import { OwnHouseholdQuery } from '../households/households.dto.js';
import { requireOwnHousehold } from '../households/own-household.js';
import { AnswerInvite } from './answer-invite.js';
import { InviteMember } from './invite-member.js';
import { InviteDto, InviteMemberDto, MembersDto, OwnInvitesDto, toInviteDto, toMemberDto, toOwnInviteDto } from './members.dto.js';
import { MembersOfHousehold } from './members.query.js';
import { RemoveMember } from './remove-member.js';
import { WithdrawInvite } from './withdraw-invite.js';

/** The people of a household, and the invites by which others join. */
@ApiTags('households')
@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersOfHousehold,
    private readonly inviteMember: InviteMember,
    private readonly withdrawInvite: WithdrawInvite,
    private readonly answerInvite: AnswerInvite,
    private readonly removeMember: RemoveMember,
  ) {}

  @Get('household/members')
  @Can('household.own')
  @ApiOkResponse({ type: MembersDto })
  async list(@Who() actor: Actor, @Query() query: OwnHouseholdQuery): Promise<MembersDto> {
    const { members, invites } = await this.members.run(requireOwnHousehold(actor, query.household));
    return { members: members.map(toMemberDto), invites: invites.map(toInviteDto) };
  }

  @Delete('household/members/:accountId')
  @Can('household.own')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(
    @Who() actor: Actor,
    @Query() query: OwnHouseholdQuery,
    @Param('accountId', ParseUUIDPipe) accountId: string,
  ): Promise<void> {
    await this.removeMember.run(actor, requireOwnHousehold(actor, query.household), accountId);
  }

  @Post('household/invites')
  @Can('household.own')
  @ApiCreatedResponse({ type: InviteDto })
  async invite(@Who() actor: Actor, @Query() query: OwnHouseholdQuery, @Body() body: InviteMemberDto): Promise<InviteDto> {
    return toInviteDto(await this.inviteMember.run(actor, requireOwnHousehold(actor, query.household), body));
  }

  @Delete('household/invites/:id')
  @Can('household.own')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(@Who() actor: Actor, @Query() query: OwnHouseholdQuery, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.withdrawInvite.run(actor, requireOwnHousehold(actor, query.household), id);
  }

  /** Invites to the caller's own phone. */
  @Get('household-invites')
  @Can('household.join')
  @ApiOkResponse({ type: OwnInvitesDto })
  async own(@Who() actor: Actor): Promise<OwnInvitesDto> {
    return { data: (await this.members.invitesTo(actor)).map(toOwnInviteDto) };
  }

  @Post('household-invites/:id/acceptance')
  @Can('household.join')
  @HttpCode(204)
  @ApiNoContentResponse()
  async accept(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.answerInvite.run(actor, id, 'yes');
  }

  @Delete('household-invites/:id')
  @Can('household.join')
  @HttpCode(204)
  @ApiNoContentResponse()
  async decline(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.answerInvite.run(actor, id, 'no');
  }
}
