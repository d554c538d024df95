import { lookup as resolveName } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { isPublicAddress } from './public-address.js';

export interface OutsideCall {
  url: string;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** What the other side answered. A redirect is an answer like any other: it is not followed. */
export interface OutsideAnswer {
  status: number;
  /** The beginning of the body, at most {@link MAX_ANSWER_BYTES}. */
  text: string;
}

/** From the first byte sent to the last byte read. */
const TIMEOUT_MS = 8_000;
const MAX_ANSWER_BYTES = 4_096;

/**
 * The one door through which an address is called that somebody gave us: a browser's push service, an integrator's webhook. It leads to the public
 * internet only (promise 26). The name is resolved here, once per call, and what was looked at is what is connected to; no connection is kept, so
 * none serves a name that leads elsewhere by now. `allowPrivateCalls` opens it to this machine and to plain http, for tests and demos.
 */
@Injectable()
export class OutsideCalls {
  /** How names are resolved. */
  protected readonly resolve: typeof resolveName = resolveName;

  constructor(private readonly config: Config) {}

  /** Whether an address may be kept for later calls: https, no credentials in it, a name with a dot or a public number. */
  allows(address: string): boolean {
    if (!URL.canParse(address)) return false;
    // The parser writes every disguise of a number (decimal, octal, hexadecimal, shortened) as the number it is.
    const { protocol, username, password, hostname } = new URL(address);
    const host = hostname.replace(/^\[|\]$/g, '');
    if (username || password) return false;
    if (this.config.allowPrivateCalls && /^https?:$/.test(protocol)) return true;
    return protocol === 'https:' && (isIP(host) ? isPublicAddress(host) : host.includes('.'));
  }

  /** Posts once. Throws when the address is not allowed or leads inside, nobody answers in time, or the connection breaks. */
  async post(call: OutsideCall): Promise<OutsideAnswer> {
    if (!this.allows(call.url)) throw new Error('the address may not be called');
    return this.send(call);
  }

  private send({ url, headers, body }: OutsideCall): Promise<OutsideAnswer> {
    const request = url.startsWith('https:') ? httpsRequest : httpRequest;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return new Promise((resolve, reject) => {
      const options = { method: 'POST', headers: { ...headers, connection: 'close' }, agent: false, lookup: this.lookup, signal } as const;
      const sent = request(url, options, (answer) => {
        beginningOf(answer).then((text) => {
          resolve({ status: answer.statusCode ?? 0, text });
          sent.destroy();
        }, reject);
      });
      sent.on('error', (error) => reject(signal.aborted ? new Error('no answer in time') : error));
      sent.end(body);
    });
  }

  /** Resolves a name for a connection, and fails when any of its addresses is not public. */
  private readonly lookup: LookupFunction = (hostname, options, done) => {
    this.resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => this.mayConnect(address)))
        return done(new Error(`${hostname} does not lead to the public internet`), '', 0);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };

  private mayConnect(address: string): boolean {
    return this.config.allowPrivateCalls || isPublicAddress(address);
  }
}

async function beginningOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MAX_ANSWER_BYTES).toString('utf8');
}
