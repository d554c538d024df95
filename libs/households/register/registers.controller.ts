import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, Database, Who } from '@choxa/platform';
import { RegisterEntriesDto, RegistersDto, toRegisterDto } from './registers.dto.js';
import { registerEntries, registers } from './registers.query.js';

/** Registers of OCOP households, and who of them is not on the platform. */
@ApiTags('households')
@Controller('registers')
export class RegistersController {
  constructor(private readonly db: Database) {}

  @Get()
  @Can('register.read')
  @ApiOkResponse({ type: RegistersDto })
  async list(@Who() actor: Actor): Promise<RegistersDto> {
    return { data: (await registers(this.db.read, actor)).map(toRegisterDto) };
  }

  @Get(':id')
  @Can('register.read')
  @ApiOkResponse({ type: RegisterEntriesDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RegisterEntriesDto> {
    return { data: await registerEntries(this.db.read, actor, id) };
  }
}
