/** Answers of the API at the pages of webhooks and of an operator's settings. */
import type * as Api from '@choxa/api-client';

export type PostWebhook = Api.WebhookDto;
export type WebhookKind = PostWebhook['kinds'][number];
export type WebhookSecret = Api.WebhookSecretDto;
export type WebhookDelivery = Api.WebhookDeliveryDto;
export type CounterSetting = Api.CounterSettingDto;
