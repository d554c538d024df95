import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { addDays, boundsOf, localDay } from '@choxa/standards';
import { Actor, Can, Database, Who } from '@choxa/platform';
import { NoteRegisterCall } from './note-register-call.js';
import { RegisterCalls } from './register-calls.query.js';
import {
  CallSheetDto,
  NoteRegisterCallDto,
  RegisterEntriesDto,
  RegistersDto,
  RegistersQuery,
  toCallSheetDto,
  toRegisterDto,
  toRegisterEntryDto,
} from './registers.dto.js';
import { entriesOf, registerOf, registers } from './registers.query.js';

/** Registers of OCOP households: who of them is not on the platform, and whom to call. */
@ApiTags('households')
@Controller('registers')
export class RegistersController {
  constructor(
    private readonly db: Database,
    private readonly calls: RegisterCalls,
    private readonly noteCall: NoteRegisterCall,
  ) {}

  @Get()
  @Can('register.read')
  @ApiOkResponse({ type: RegistersDto })
  async list(@Who() actor: Actor, @Query() { quarter }: RegistersQuery): Promise<RegistersDto> {
    const lastDay = quarter ? addDays(localDay(boundsOf(quarter).until), -1) : null;
    return { data: (await registers(this.db.read, actor, lastDay)).map(toRegisterDto) };
  }

  @Get(':id')
  @Can('register.read')
  @ApiOkResponse({ type: RegisterEntriesDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RegisterEntriesDto> {
    await registerOf(this.db.read, actor, id);
    return { data: (await entriesOf(this.db.read, id)).map(toRegisterEntryDto) };
  }

  /** Households to call, with telephones. */
  @Get(':id/calls')
  @Can('register.call')
  @ApiOkResponse({ type: CallSheetDto })
  async callSheet(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CallSheetDto> {
    return toCallSheetDto(await this.calls.run(actor, id));
  }

  /** What came of a call; earlier calls are kept. */
  @Post('entries/:id/calls')
  @Can('register.call')
  @HttpCode(204)
  @ApiNoContentResponse()
  async called(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: NoteRegisterCallDto): Promise<void> {
    await this.noteCall.run(actor, id, body.outcome, body.note ?? null);
  }
}
