import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { AnswerComplaint } from './answer-complaint.js';
import { ComplaintsDto, ComplaintsQuery, DecideComplaintDto, DeskQuery, WriteMessageDto } from './complaint.dto.js';
import { Complaints } from './complaints.query.js';

/** Complaints at the desks of households, post offices and officials. */
@ApiTags('orders')
@Controller('complaints')
export class ComplaintsController {
  constructor(
    private readonly complaints: Complaints,
    private readonly answer: AnswerComplaint,
  ) {}

  @Get()
  @Can('complaint.read')
  @ApiOkResponse({ type: ComplaintsDto })
  async list(@Who() actor: Actor, @Query() query: ComplaintsQuery): Promise<ComplaintsDto> {
    return this.complaints.list(actor, query);
  }

  @Post(':id/messages')
  @Can('complaint.answer')
  @HttpCode(204)
  @ApiNoContentResponse()
  async write(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { desk }: DeskQuery,
    @Body() { text }: WriteMessageDto,
  ): Promise<void> {
    await this.answer.write(actor, desk, id, text);
  }

  @Put(':id/outcome')
  @Can('complaint.decide')
  @HttpCode(204)
  @ApiNoContentResponse()
  async decide(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { outcome, note }: DecideComplaintDto): Promise<void> {
    await this.answer.decide(actor, id, outcome, note);
  }
}
