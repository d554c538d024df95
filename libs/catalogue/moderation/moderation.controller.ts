import { Body, Controller, Get, Header, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Can, Public, Who, type Actor } from '@choxa/platform';
import { DeskProducts } from '../products/desk-products.query.js';
import { DeskProductDto } from '../products/product.dto.js';
import { AppealTakedown } from './appeal-takedown.js';
import { DecideTakedown } from './decide-takedown.js';
import { HandleReport } from './handle-report.js';
import {
  AppealTakedownDto,
  DecideTakedownDto,
  HandleReportDto,
  ProductReportsDto,
  ProductReportsQuery,
  ReportProductDto,
  ReportSentDto,
  ReportStatusDto,
  TakeDownDto,
  TakedownDto,
  TakedownsDto,
  TakedownsQuery,
} from './moderation.dto.js';
import { ProductReports } from './product-reports.query.js';
import { ReportProduct } from './report-product.js';
import { senderOf } from './sender-of.js';
import { TakeDownProduct } from './take-down-product.js';
import { Takedowns } from './takedowns.query.js';

/** What shoppers report and what officials decide about products. Eight doors in all, hence the many use cases. */
@ApiTags('catalogue')
@Controller()
export class ModerationController {
  constructor(
    private readonly reportProduct: ReportProduct,
    private readonly handleReport: HandleReport,
    private readonly reports: ProductReports,
    private readonly takeDownProduct: TakeDownProduct,
    private readonly appealTakedown: AppealTakedown,
    private readonly decideTakedown: DecideTakedown,
    private readonly takedowns: Takedowns,
    private readonly products: DeskProducts,
  ) {}

  @Post('products/:slug/reports')
  @Public()
  @ApiCreatedResponse({ type: ReportSentDto })
  async report(@Param('slug') slug: string, @Body() body: ReportProductDto, @Req() request: FastifyRequest): Promise<ReportSentDto> {
    return { code: await this.reportProduct.run(senderOf(request), slug, body) };
  }

  @Get('product-reports/:code')
  @Public()
  @Header('Cache-Control', 'no-store')
  @ApiOkResponse({ type: ReportStatusDto })
  async reportStatus(@Param('code') code: string): Promise<ReportStatusDto> {
    return this.reports.byCode(code.toUpperCase());
  }

  @Get('product-reports')
  @Can('product.moderate')
  @ApiOkResponse({ type: ProductReportsDto })
  async listReports(@Who() actor: Actor, @Query() query: ProductReportsQuery): Promise<ProductReportsDto> {
    return this.reports.list(actor, query);
  }

  @Put('product-reports/:id/outcome')
  @Can('product.moderate')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answerReport(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: HandleReportDto): Promise<void> {
    await this.handleReport.run(actor, id, body.outcome, body.note);
  }

  @Get('takedowns')
  @Can('product.moderate')
  @ApiOkResponse({ type: TakedownsDto })
  async listTakedowns(@Who() actor: Actor, @Query() query: TakedownsQuery): Promise<TakedownsDto> {
    return this.takedowns.list(actor, query);
  }

  @Post('takedowns')
  @Can('product.moderate')
  @ApiCreatedResponse({ type: TakedownDto })
  async takeDown(@Who() actor: Actor, @Body() body: TakeDownDto): Promise<TakedownDto> {
    return this.takedowns.written(await this.takeDownProduct.run(actor, { ...body, requestedAt: new Date(body.requestedAt) }));
  }

  @Put('takedowns/:id/decision')
  @Can('product.moderate')
  @ApiOkResponse({ type: TakedownDto })
  async decide(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: DecideTakedownDto): Promise<TakedownDto> {
    await this.decideTakedown.run(actor, id, body.decision, body.note);
    return this.takedowns.written(id);
  }

  @Put('takedowns/:id/appeal')
  @Can('product.write')
  @ApiOkResponse({ type: DeskProductDto })
  async appeal(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AppealTakedownDto): Promise<DeskProductDto> {
    return this.products.one(actor, await this.appealTakedown.run(actor, id, body.appeal));
  }
}
