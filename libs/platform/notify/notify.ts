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

/** Sends messages to people. This adapter writes them to a table; a gateway for SMS or Zalo is another one of these. */
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

  /** Deletes everything sent to a phone (E.164). */
  async forget(tx: Tx, phone: string): Promise<void> {
    await tx.query('delete from platform.message where recipient = $1', [phone]);
  }
}
