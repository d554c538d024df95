import { Controller, Delete, Get, Header, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { localDay } from '@choxa/standards';
import { Actor, Can, Clock, Database, DEFAULT_LIMIT, pageOf, prefersEnglish, Who } from '@choxa/platform';
import { deletionRequests, ownDeletionRequest } from './deletion-requests.query.js';
import {
  DeletionRequestDto,
  DeletionRequestsQuery,
  OwnDeletionDto,
  toDeletionRequestDto,
  toWatchedRequestDto,
  WatchedDeletionRequestsDto,
} from './personal-data.dto.js';
import { ReadPersonalData } from './read-personal-data.js';
import { RequestDeletion } from './request-deletion.js';
import { WithdrawDeletion } from './withdraw-deletion.js';

@ApiTags('identity')
@Controller()
export class PersonalDataController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly readPersonalData: ReadPersonalData,
    private readonly requestDeletion: RequestDeletion,
    private readonly withdrawDeletion: WithdrawDeletion,
  ) {}

  /** Everything held about the caller, as one JSON file. */
  @Get('me/data')
  @Can('me.read')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @Header('Content-Disposition', 'attachment; filename="cho-xa-du-lieu-cua-toi.json"')
  @Header('Cache-Control', 'no-store')
  async download(@Who() actor: Actor): Promise<object> {
    return this.readPersonalData.run(actor);
  }

  @Get('me/deletion')
  @Can('me.read')
  @ApiOkResponse({ type: OwnDeletionDto })
  async own(@Who() actor: Actor, @Headers('accept-language') language?: string): Promise<OwnDeletionDto> {
    const request = await ownDeletionRequest(this.db.read, actor.accountId);
    return { data: request ? [toDeletionRequestDto(request, prefersEnglish(language))] : [] };
  }

  @Post('me/deletion')
  @Can('me.write')
  @ApiCreatedResponse({ type: DeletionRequestDto })
  async request(@Who() actor: Actor, @Headers('accept-language') language?: string): Promise<DeletionRequestDto> {
    return toDeletionRequestDto(await this.requestDeletion.run(actor), prefersEnglish(language));
  }

  @Delete('me/deletion')
  @Can('me.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(@Who() actor: Actor): Promise<void> {
    await this.withdrawDeletion.run(actor);
  }

  /** The clocks of all requests. */
  @Get('deletion-requests')
  @Can('deletion-request.watch')
  @ApiOkResponse({ type: WatchedDeletionRequestsDto })
  async list(
    @Who() actor: Actor,
    @Query() { state, limit = DEFAULT_LIMIT, cursor }: DeletionRequestsQuery,
  ): Promise<WatchedDeletionRequestsDto> {
    const today = localDay(this.clock.now());
    const rows = await deletionRequests(this.db.read, actor, { state, limit, cursor });
    return pageOf(
      rows,
      limit,
      ({ closedAt, dueOn, id }) => [closedAt ? 1 : 0, dueOn, id],
      (row) => toWatchedRequestDto(row, today),
    );
  }
}
