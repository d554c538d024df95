import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Actor, Can, PageQuery, Who } from '@choxa/platform';
import { EndRecall } from './end-recall.js';
import { RecallLot } from './recall-lot.js';
import { EndRecallDto, RecallDto, RecallListDto, RecallLotDto, toRecallDto } from './recalls.dto.js';
import { Recalls } from './recalls.query.js';

/** Taking lots back. */
@ApiTags('labelling')
@Controller()
export class RecallsController {
  constructor(
    private readonly recallLot: RecallLot,
    private readonly endRecall: EndRecall,
    private readonly recalls: Recalls,
  ) {}

  @Post('lots/:id/recall')
  @Can('lot.recall')
  @ApiCreatedResponse({ type: RecallDto })
  async recall(@Who() actor: Actor, @Param('id', ParseUUIDPipe) lotId: string, @Body() body: RecallLotDto): Promise<RecallDto> {
    return toRecallDto(await this.recallLot.run(actor, lotId, body));
  }

  @Post('lots/:id/recall/end')
  @Can('lot.recall')
  @HttpCode(200)
  @ApiOkResponse({ type: RecallDto })
  async end(@Who() actor: Actor, @Param('id', ParseUUIDPipe) lotId: string, @Body() body: EndRecallDto): Promise<RecallDto> {
    return toRecallDto(await this.endRecall.run(actor, lotId, body.note));
  }

  @Get('recalls')
  @Can('recall.read')
  @ApiOkResponse({ type: RecallListDto })
  async list(@Who() actor: Actor, @Query() query: PageQuery): Promise<RecallListDto> {
    return this.recalls.list(actor, query);
  }
}
