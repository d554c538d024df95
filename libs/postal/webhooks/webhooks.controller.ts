import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Can, Who, type Actor } from '@choxa/platform';
import { ChangeWebhook } from './change-webhook.js';
import { PauseWebhook } from './pause-webhook.js';
import { RegisterWebhook } from './register-webhook.js';
import { RemoveWebhook } from './remove-webhook.js';
import { RenewWebhookSecret } from './renew-webhook-secret.js';
import { ReplayDelivery } from './replay-delivery.js';
import { TestWebhook } from './test-webhook.js';
import {
  ChangeWebhookDto,
  RegisterWebhookDto,
  WebhookDeliveriesDto,
  WebhookDeliveriesQuery,
  WebhookDto,
  WebhooksDto,
  WebhookSecretDto,
} from './webhooks.dto.js';
import { Webhooks } from './webhooks.query.js';

/** Addresses that are told what happens to parcels (Standard Webhooks): a manager's for the operator, a sender's for its own parcels. */
@ApiTags('post: senders')
@Controller('post')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly registerWebhook: RegisterWebhook,
    private readonly changeWebhook: ChangeWebhook,
    private readonly renewSecret: RenewWebhookSecret,
    private readonly removeWebhook: RemoveWebhook,
    private readonly pauseWebhook: PauseWebhook,
    private readonly testWebhook: TestWebhook,
    private readonly replayDelivery: ReplayDelivery,
  ) {}

  @Get('webhooks')
  @Can('postal.webhook.manage')
  @ApiOkResponse({ type: WebhooksDto })
  async list(@Who() actor: Actor): Promise<WebhooksDto> {
    return { data: await this.webhooks.list(actor), next: null };
  }

  @Post('webhooks')
  @Can('postal.webhook.manage')
  @ApiCreatedResponse({ type: WebhookSecretDto })
  async register(@Who() actor: Actor, @Body() body: RegisterWebhookDto): Promise<WebhookSecretDto> {
    return this.registerWebhook.run(actor, body);
  }

  @Get('webhooks/:id')
  @Can('postal.webhook.manage')
  @ApiOkResponse({ type: WebhookDto })
  async one(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<WebhookDto> {
    return this.webhooks.one(actor, id);
  }

  /** Also switches one on again that was given up or paused. */
  @Put('webhooks/:id')
  @Can('postal.webhook.manage')
  @ApiOkResponse({ type: WebhookDto })
  async change(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeWebhookDto): Promise<WebhookDto> {
    await this.changeWebhook.run(actor, id, body);
    return this.webhooks.one(actor, id);
  }

  @Delete('webhooks/:id')
  @Can('postal.webhook.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  async remove(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.removeWebhook.run(actor, id);
  }

  /** A new secret; the one before signs for another day. */
  @Post('webhooks/:id/secret')
  @Can('postal.webhook.manage')
  @ApiCreatedResponse({ type: WebhookSecretDto })
  async renew(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<WebhookSecretDto> {
    return { id, secret: await this.renewSecret.run(actor, id) };
  }

  /** Calls it no more until it is switched on again. */
  @Post('webhooks/:id/pause')
  @Can('postal.webhook.manage')
  @HttpCode(200)
  @ApiOkResponse({ type: WebhookDto })
  async pause(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<WebhookDto> {
    await this.pauseWebhook.run(actor, id);
    return this.webhooks.one(actor, id);
  }

  /** Sends a message that means nothing. */
  @Post('webhooks/:id/test')
  @Can('postal.webhook.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  async test(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.testWebhook.run(actor, id);
  }

  /** The log: every message with every try. */
  @Get('webhooks/:id/deliveries')
  @Can('postal.webhook.manage')
  @ApiOkResponse({ type: WebhookDeliveriesDto })
  async deliveries(
    @Who() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: WebhookDeliveriesQuery,
  ): Promise<WebhookDeliveriesDto> {
    return this.webhooks.deliveries(actor, id, query);
  }

  /** Sends a message once more, under the same id. */
  @Post('webhook-deliveries/:id/replay')
  @Can('postal.webhook.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  async replay(@Who() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.replayDelivery.run(actor, id);
  }
}
