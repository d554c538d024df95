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
  async send(tx: Tx, { to, channel, template, text }: Message): Promise<void> {
    await tx.query('insert into platform.message (id, recipient, channel, template, body, sent_at) values ($1, $2, $3, $4, $5, $6)', [
      randomUUID(),
      to,
      channel,
      template,
      text,
      this.clock.now(),
    ]);
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
