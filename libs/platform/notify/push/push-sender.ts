import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import { Config } from '../../config/config.js';
import { PushEndpoints } from './push-endpoints.js';
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
const TIMEOUT_MS = 8_000;

/** Sends one push (RFC 8030), encrypted for the browser (RFC 8291) and signed by us (RFC 8292). Follows no redirect. */
@Injectable()
export class PushSender {
  constructor(
    private readonly endpoints: PushEndpoints,
    private readonly keys: VapidKeys,
    private readonly config: Config,
  ) {}

  /** @param id of the message: a push service replaces one it still holds by one with the same topic, so a second try is not shown twice */
  async send(target: PushTarget, id: string, text: PushText): Promise<PushOutcome> {
    if (!this.endpoints.allows(target.endpoint)) return { kind: 'gone' };
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
      return outcomeOf(await this.post(endpoint, details.headers as Record<string, string>, details.body!));
    } catch (error) {
      return { kind: 'failed', error: (error as Error).message };
    }
  }

  private post(endpoint: string, headers: Record<string, string>, body: Buffer): Promise<number> {
    const url = new URL(endpoint);
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', headers, lookup: this.endpoints.lookup, timeout: TIMEOUT_MS }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

function outcomeOf(status: number): PushOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  return status === 404 || status === 410 ? { kind: 'gone' } : { kind: 'failed', error: `push service answered ${status}` };
}
