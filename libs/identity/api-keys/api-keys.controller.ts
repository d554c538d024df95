import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Clock, Database, Who } from '@choxa/platform';
import { ApiKeysDto, CreateApiKeyDto, CreatedApiKeyDto, toApiKeyDto, toApiKeysDto } from './api-keys.dto.js';
import { apiKeysOf } from './api-keys.query.js';
import { CreateApiKey } from './create-api-key.js';
import { RevokeApiKey } from './revoke-api-key.js';

@ApiTags('identity')
@Controller('me/api-keys')
export class ApiKeysController {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly createApiKey: CreateApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  @Get()
  @Can('api-key.manage')
  @ApiOkResponse({ type: ApiKeysDto })
  async list(@Who() actor: Actor): Promise<ApiKeysDto> {
    return toApiKeysDto(await apiKeysOf(this.db.read, actor.accountId, this.clock.now()), actor);
  }

  @Post()
  @Can('api-key.manage')
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  async create(@Who() actor: Actor, @Body() body: CreateApiKeyDto): Promise<CreatedApiKeyDto> {
    const { key, apiKey } = await this.createApiKey.run(actor, body);
    return { key, apiKey: toApiKeyDto(apiKey) };
  }

  @Delete(':id')
  @Can('api-key.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revoke(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.revokeApiKey.run(actor, id);
  }
}
