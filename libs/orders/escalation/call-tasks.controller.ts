import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, PageQuery, Who, type Actor } from '@choxa/platform';
import { CallTasksDto, NoteCallDto } from './call-tasks.dto.js';
import { CallTasks } from './call-tasks.query.js';
import { NoteCall } from './note-call.js';

/** Households a post office is to call because they have not answered an order. */
@ApiTags('orders')
@Controller('call-tasks')
export class CallTasksController {
  constructor(
    private readonly callTasks: CallTasks,
    private readonly noteCall: NoteCall,
  ) {}

  @Get()
  @Can('call-task.read')
  @ApiOkResponse({ type: CallTasksDto })
  async list(@Who() actor: Actor, @Query() query: PageQuery): Promise<CallTasksDto> {
    return this.callTasks.list(actor, query);
  }

  /** What came of the call; a later call replaces it. */
  @Put(':id')
  @Can('call-task.write')
  @HttpCode(204)
  @ApiNoContentResponse()
  async note(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: NoteCallDto): Promise<void> {
    await this.noteCall.run(actor, id, body.outcome, body.note ?? null);
  }
}
