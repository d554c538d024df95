import type { Lib } from './database/lib.js';
import { HolidayEntity } from './calendar/holiday.entity.js';
import { InboxEntity } from './events/inbox.entity.js';
import { IdempotencyEntity } from './http/idempotency.entity.js';
import { Platform1763700000000 } from './migrations/1763700000000-platform.js';
import { Trail1764102000000 } from './migrations/1764102000000-trail.js';
import { Holidays1764104000000 } from './migrations/1764104000000-holidays.js';
import { QuietQueues1764609000000 } from './migrations/1764609000000-quiet-queues.js';
import { MessageEntity } from './notify/message.entity.js';
import { Notices1764606000000 } from './migrations/1764606000000-notices.js';
import { UnwantedNoticeEntity } from './notify/unwanted-notice.entity.js';
import { PushDeliveryEntity } from './notify/push/push-delivery.entity.js';
import { PushSubscriptionEntity } from './notify/push/push-subscription.entity.js';
import { TrailEntryEntity } from './trail/trail-entry.entity.js';

/** The platform's own tables: inbox, idempotency keys, messages, audit trail, holidays. */
export const platformLib: Lib = {
  name: 'platform',
  entities: [
    InboxEntity,
    IdempotencyEntity,
    MessageEntity,
    TrailEntryEntity,
    HolidayEntity,
    PushSubscriptionEntity,
    PushDeliveryEntity,
    UnwantedNoticeEntity,
  ],
  migrations: [Platform1763700000000, Trail1764102000000, Holidays1764104000000, QuietQueues1764609000000, Notices1764606000000],
};
