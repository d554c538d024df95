import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { Config } from '../../config/config.js';
import { OutsideCalls } from '../../fetch/outside-calls.js';
import type { PushText } from './push-text.rules.js';
import { VapidKeys } from './vapid-keys.js';

export interface PushTarget {
  endpoint: string;
  p256dh: string;
  auth: string;
}

/** `gone`: the browser has withdrawn the subscription. `failed`: try again later; `error` says why. */
export type PushOutcome = { kind: 'sent' } | { kind: 'gone' } | { kind: 'failed'; error: string };

/** A day: an order that was placed yesterday is seen on the page. */
const TTL_SECONDS = 86_400;

/** Sends one push (RFC 8030), encrypted for the browser (RFC 8291) and signed by us (RFC 8292). */
@Injectable()
export class PushSender {
  constructor(
    private readonly outside: OutsideCalls,
    private readonly keys: VapidKeys,
    private readonly config: Config,
  ) {}

  /** @param id of the message: a push service replaces one it still holds by one with the same topic, so a second try is not shown twice */
  async send(target: PushTarget, id: string, text: PushText): Promise<PushOutcome> {
    if (!this.outside.allows(target.endpoint)) return { kind: 'gone' };
    const { endpoint, p256dh, auth } = target;
    const payload = JSON.stringify({ ...text, tag: id });
    const { publicUrl } = this.config;
    const subject = publicUrl.startsWith('https:') ? publicUrl : 'mailto:postmaster@example.com';
    try {
      const details = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
        vapidDetails: { subject, ...this.keys.get() },
        TTL: TTL_SECONDS,
        urgency: 'high',
        topic: Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url'),
        contentEncoding: 'aes128gcm',
      });
      const headers = details.headers as Record<string, string>;
      return outcomeOf((await this.outside.post({ url: endpoint, headers, body: details.body! })).status);
    } catch (error) {
      return { kind: 'failed', error: (error as Error).message };
    }
  }
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  return status === 404 || status === 410 ? { kind: 'gone' } : { kind: 'failed', error: `push service answered ${status}` };
}
