import { EventFeedController } from '../feeds/event-feed.controller.js';
import { EventFeed } from '../feeds/event-feed.js';
import { ChangeWebhook } from './change-webhook.js';
import { PauseWebhook } from './pause-webhook.js';
import { QueueDeliveries } from './queue-deliveries.js';
import { QueueCorrectionWhenParcelReopened, QueueRemittanceWhenCodRemitted } from './queue-facts.js';
import { RegisterWebhook } from './register-webhook.js';
import { RemoveWebhook } from './remove-webhook.js';
import { RenewWebhookSecret } from './renew-webhook-secret.js';
import { ReplayDelivery } from './replay-delivery.js';
import { SendDeliveries } from './send-deliveries.js';
import { TestWebhook } from './test-webhook.js';
import { WebhookContacts } from './webhook-contacts.js';
import { WebhooksController } from './webhooks.controller.js';
import { Webhooks } from './webhooks.query.js';

/** How senders hear of their parcels: webhooks and the feed. */
export const WEBHOOK_CONTROLLERS = [WebhooksController, EventFeedController];

export const WEBHOOK_PROVIDERS = [
  ChangeWebhook,
  QueueDeliveries,
  QueueRemittanceWhenCodRemitted,
  QueueCorrectionWhenParcelReopened,
  RegisterWebhook,
  PauseWebhook,
  RemoveWebhook,
  RenewWebhookSecret,
  ReplayDelivery,
  SendDeliveries,
  TestWebhook,
  WebhookContacts,
  Webhooks,
  EventFeed,
];
