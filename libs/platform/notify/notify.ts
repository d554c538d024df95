import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { sql, type Tx } from '../database/database.js';

export interface Message {
  /** E.164 phone of the recipient. */
  to: string;
  channel: 'sms' | 'zalo' | 'push';
  template: string;
  /** Vietnamese text, with English beside it where it fits. */
  text: string;
}

/** Tells people something. What is told is written in the transaction of the fact; `DispatchMessages` hands it to the channels. */
@Injectable()
export class Notify {
  constructor(private readonly clock: Clock) {}

  /** Records the message in the transaction of what it tells. */
  async send(tx: Tx, message: Message): Promise<void> {
    await this.sendAll(tx, [message]);
  }

  /** As `send` for many messages, in one statement. */
  async sendAll(tx: Tx, messages: readonly Message[]): Promise<void> {
    if (!messages.length) return;
    await tx.query(
      `insert into platform.message (id, recipient, channel, template, body, sent_at)
       select given.*, $6::timestamptz from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as given`,
      [
        messages.map(() => randomUUID()),
        messages.map(({ to }) => to),
        messages.map(({ channel }) => channel),
        messages.map(({ template }) => template),
        messages.map(({ text }) => text),
        this.clock.now(),
      ],
    );
  }

  /** Everything sent to a phone (E.164), oldest first: part of what its owner may download. */
  async sentTo(tx: Tx, phone: string): Promise<{ template: string; text: string; sentAt: Date }[]> {
    return sql(tx, 'select template, body as text, sent_at as "sentAt" from platform.message where recipient = $1 order by sent_at, id', [
      phone,
    ]);
  }

  /** The devices that take pushes for a phone (E.164), and what is switched off: part of what its owner may download. */
  async settingsOf(tx: Tx, phone: string): Promise<object> {
    const devices = await sql(
      tx,
      'select device, endpoint, created_at as "createdAt" from platform.push_subscription where phone = $1 order by created_at, id',
      [phone],
    );
    const unwanted = await sql(tx, 'select topic, channel from platform.unwanted_notice where phone = $1 order by topic, channel', [phone]);
    return { devices, unwanted };
  }

  /** Deletes everything sent to a phone (E.164), its devices and its choices. */
  async forget(tx: Tx, phone: string): Promise<void> {
    await tx.query('delete from platform.message where recipient = $1', [phone]);
    await tx.query('delete from platform.push_subscription where phone = $1', [phone]);
    await tx.query('delete from platform.unwanted_notice where phone = $1', [phone]);
  }
}
