import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** What a webhook says of a parcel. */
export interface ToldEvent {
  type: string;
  data: { number: string; reference: string };
}

/** A sender that is no shop: it knows the post's public API, has a key, and keeps what it is told. Nothing of ours is imported. */
export class TinySender {
  readonly told: ToldEvent[] = [];
  /** Messages whose signature was not the post's. */
  refused = 0;
  private secret = '';

  private constructor(
    private readonly api: string,
    private readonly key: string,
    private readonly server: Server,
  ) {}

  static async open(api: string, key: string): Promise<TinySender> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const sender = new TinySender(api, key, server);
    server.on('request', (request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        try {
          const signed = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
          const headers = Object.fromEntries(signed.map((name) => [name, String(request.headers[name])]));
          sender.told.push(new Webhook(sender.secret).verify(Buffer.concat(chunks).toString(), headers) as ToldEvent);
          reply.writeHead(204).end();
        } catch {
          sender.refused += 1;
          reply.writeHead(400).end();
        }
      });
    });
    return sender;
  }

  /** Asks to be told events at this sender's own address. */
  async listen(kinds: string[]): Promise<void> {
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/buu-gui`;
    this.secret = (await this.ask('POST', '/post/webhooks', { url, kinds })).secret;
  }

  post(parcel: object): Promise<{ number: string; reference: string; state: string }> {
    return this.ask('POST', '/post/parcels', parcel);
  }

  see(number: string): Promise<{ state: string }> {
    return this.ask('GET', `/post/sent-parcels/${number}`);
  }

  /** The label for the outside of a parcel, as a PDF in the size of the usual rolls. */
  async label(number: string): Promise<string> {
    const headers = { authorization: `Bearer ${this.key}` };
    const answer = await fetch(`${this.api}/api/v1/post/sent-labels.pdf?parcels=${number}&format=100x150`, { headers });
    if (!answer.ok) throw new Error(`label of ${number}: ${answer.status}`);
    return answer.text();
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async ask(method: string, path: string, body?: object): Promise<any> {
    const headers = { authorization: `Bearer ${this.key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const answer = await fetch(`${this.api}/api/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
}
