import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface ReceivedMessage {
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver of webhooks on this machine; it answers with `status` and keeps what it was sent. For specs. */
export class FakeReceiver {
  readonly received: ReceivedMessage[] = [];
  status = 204;

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<FakeReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new FakeReceiver(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/nhan`);
    server.on('request', (request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        receiver.received.push({ id: String(request.headers['webhook-id']), headers: request.headers, body });
        reply.writeHead(receiver.status).end('không nhận');
      });
    });
    return receiver;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** Whether a message bears a signature by `secret`; its age is not looked at, since a test's clock stands elsewhere. */
export function isSignedBy(secret: string, { id, headers, body }: ReceivedMessage): boolean {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  return String(headers['webhook-signature'])
    .split(' ')
    .includes(new Webhook(secret).sign(id, at, body));
}
