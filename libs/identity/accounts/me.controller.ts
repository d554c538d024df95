import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Database, platformProblem, Who } from '@choxa/platform';
import { MeDto, RenameMeDto, toMeDto } from './me.dto.js';
import { readMe } from './me.query.js';
import { RenameAccount } from './rename-account.js';

@ApiTags('identity')
@Controller('me')
export class MeController {
  constructor(
    private readonly db: Database,
    private readonly renameAccount: RenameAccount,
  ) {}

  @Get()
  @Can('me.read')
  @ApiOkResponse({ type: MeDto })
  async read(@Who() actor: Actor): Promise<MeDto> {
    const me = await readMe(this.db.read, actor.accountId);
    if (!me) throw platformProblem('not-found');
    return toMeDto(me, actor);
  }

  @Patch()
  @Can('me.write')
  @ApiOkResponse({ type: MeDto })
  async rename(@Who() actor: Actor, @Body() body: RenameMeDto): Promise<MeDto> {
    return toMeDto(await this.renameAccount.run(actor, body), actor);
  }
}
