import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post, Put, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Can, Public, Who, type Actor } from '@choxa/platform';
import { HideRemark } from './hide-remark.js';
import { HideRemarkDto, ReportRemarkDto, ReportSentDto } from './moderation.dto.js';
import { ReportRemark } from './report-remark.js';
import { senderOf } from './sender-of.js';
import { ShowRemark } from './show-remark.js';

/** What is done about reviews and questions that should not stand: anybody reports, officials hide and show again. */
@ApiTags('catalogue')
@Controller()
export class RemarksController {
  constructor(
    private readonly reportRemark: ReportRemark,
    private readonly hideRemark: HideRemark,
    private readonly showRemark: ShowRemark,
  ) {}

  @Post('reviews/:id/reports')
  @Public()
  @ApiCreatedResponse({ type: ReportSentDto })
  async reportReview(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReportRemarkDto,
    @Req() request: FastifyRequest,
  ): Promise<ReportSentDto> {
    return { code: await this.reportRemark.run(senderOf(request), { kind: 'review', id }, body) };
  }

  @Post('questions/:id/reports')
  @Public()
  @ApiCreatedResponse({ type: ReportSentDto })
  async reportQuestion(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReportRemarkDto,
    @Req() request: FastifyRequest,
  ): Promise<ReportSentDto> {
    return { code: await this.reportRemark.run(senderOf(request), { kind: 'question', id }, body) };
  }

  @Put('reviews/:id/hiding')
  @Can('product.moderate')
  @HttpCode(204)
  @ApiNoContentResponse()
  async hideReview(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HideRemarkDto): Promise<void> {
    await this.hideRemark.run(actor, { kind: 'review', id }, body.reason);
  }

  @Delete('reviews/:id/hiding')
  @Can('product.moderate')
  @HttpCode(204)
  @ApiNoContentResponse()
  async showReview(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.showRemark.run(actor, { kind: 'review', id });
  }

  @Put('questions/:id/hiding')
  @Can('product.moderate')
  @HttpCode(204)
  @ApiNoContentResponse()
  async hideQuestion(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HideRemarkDto): Promise<void> {
    await this.hideRemark.run(actor, { kind: 'question', id }, body.reason);
  }

  @Delete('questions/:id/hiding')
  @Can('product.moderate')
  @HttpCode(204)
  @ApiNoContentResponse()
  async showQuestion(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.showRemark.run(actor, { kind: 'question', id });
  }
}
