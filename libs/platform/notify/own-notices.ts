import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database, sql } from '../database/database.js';
import { platformProblem } from '../errors/problem.js';
import { OutsideCalls } from '../fetch/outside-calls.js';
import type { Actor } from '../guard/actor.js';
import { Trail } from '../trail/trail.js';
import type { ChooseNoticeDto, NoticesDto, SubscribePushDto } from './notices.dto.js';
import { mayBeSwitchedOff, NOTICE_CHANNELS, NOTICE_TOPICS } from './notice-topics.js';
import { VapidKeys } from './push/vapid-keys.js';

/** More devices than anybody carries; the oldest goes when another comes. */
const MOST_DEVICES = 10;

/** What somebody wants to be told, by which way, on which devices. */
@Injectable()
export class OwnNotices {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outside: OutsideCalls,
    private readonly keys: VapidKeys,
    private readonly trail: Trail,
  ) {}

  async read({ phone }: Actor): Promise<NoticesDto> {
    const unwanted = await sql<{ topic: string; channel: string }>(
      this.db.read,
      'select topic, channel from platform.unwanted_notice where phone = $1',
      [phone],
    );
    const devices = await sql<{ id: string; device: string; createdAt: Date }>(
      this.db.read,
      'select id, device, created_at as "createdAt" from platform.push_subscription where phone = $1 order by created_at desc, id',
      [phone],
    );
    const isOff = (topic: string, channel: string) => unwanted.some((one) => one.topic === topic && one.channel === channel);
    return {
      pushKey: this.keys.get().publicKey,
      choices: NOTICE_TOPICS.flatMap((topic) =>
        NOTICE_CHANNELS.map((channel) => ({
          topic,
          channel,
          on: !isOff(topic, channel),
          mayBeSwitchedOff: mayBeSwitchedOff(topic, channel),
        })),
      ),
      devices: devices.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
    };
  }

  /** @throws `notice.must-have` */
  async choose({ phone }: Actor, { topic, channel, on }: ChooseNoticeDto): Promise<void> {
    if (!on && !mayBeSwitchedOff(topic, channel)) throw platformProblem('notice.must-have');
    await this.db.transaction((tx) =>
      on
        ? sql(tx, 'delete from platform.unwanted_notice where phone = $1 and topic = $2 and channel = $3', [phone, topic, channel])
        : sql(tx, 'insert into platform.unwanted_notice (phone, topic, channel) values ($1, $2, $3) on conflict do nothing', [
            phone,
            topic,
            channel,
          ]),
    );
  }

  /** The same browser again, whoever used it before, is this account's from now on. Answers its id. @throws `push.endpoint` */
  async subscribe(actor: Actor, { endpoint, p256dh, auth, device }: SubscribePushDto): Promise<string> {
    if (!this.outside.allows(endpoint)) throw platformProblem('push.endpoint');
    const { phone, accountId } = actor;
    return this.db.transaction(async (tx) => {
      await sql(tx, 'delete from platform.push_subscription where endpoint = $1', [endpoint]);
      const id = randomUUID();
      await sql(
        tx,
        `insert into platform.push_subscription (id, phone, account_id, endpoint, p256dh, auth, device, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, phone, accountId, endpoint, p256dh, auth, device, this.clock.now()],
      );
      await sql(
        tx,
        `delete from platform.push_subscription where id in
           (select id from platform.push_subscription where phone = $1 order by created_at desc, id = $3 desc, id offset $2)`,
        [phone, MOST_DEVICES, id],
      );
      await this.trail.record(tx, actor, {
        action: 'push.subscribed',
        subjectKind: 'push-subscription',
        subjectId: id,
        details: { device },
      });
      return id;
    });
  }

  /** @throws not-found, also for somebody else's */
  async unsubscribe(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [gone] = await sql(tx, 'delete from platform.push_subscription where id = $1 and phone = $2 returning 1 as one', [
        id,
        actor.phone,
      ]);
      if (!gone) throw platformProblem('not-found');
      await this.trail.record(tx, actor, { action: 'push.unsubscribed', subjectKind: 'push-subscription', subjectId: id });
    });
  }
}
