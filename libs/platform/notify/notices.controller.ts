import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../guard/actor.js';
import { Can, definePolicies, Who } from '../guard/policies.js';
import { ChooseNoticeDto, NoticesDto, SubscribedPushDto, SubscribePushDto } from './notices.dto.js';
import { OwnNotices } from './own-notices.js';

definePolicies({ 'notice.own': ['shopper'] });

/** What the caller is told, and where. */
@ApiTags('notices')
@Controller('me')
export class NoticesController {
  constructor(private readonly notices: OwnNotices) {}

  @Get('notices')
  @Can('notice.own')
  @ApiOkResponse({ type: NoticesDto })
  async read(@Who() actor: Actor): Promise<NoticesDto> {
    return this.notices.read(actor);
  }

  @Put('notices')
  @Can('notice.own')
  @ApiOkResponse({ type: NoticesDto })
  async choose(@Who() actor: Actor, @Body() body: ChooseNoticeDto): Promise<NoticesDto> {
    await this.notices.choose(actor, body);
    return this.notices.read(actor);
  }

  @Post('push-subscriptions')
  @Can('notice.own')
  @HttpCode(201)
  @ApiCreatedResponse({ type: SubscribedPushDto })
  async subscribe(@Who() actor: Actor, @Body() body: SubscribePushDto): Promise<SubscribedPushDto> {
    return { id: await this.notices.subscribe(actor, body) };
  }

  @Delete('push-subscriptions/:id')
  @Can('notice.own')
  @HttpCode(204)
  @ApiNoContentResponse()
  async unsubscribe(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.notices.unsubscribe(actor, id);
  }
}
