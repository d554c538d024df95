import { createECDH, createHmac, createPublicKey, createDecipheriv, verify, type ECDH } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedPush {
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A push service on this machine; it answers with `status` and keeps what it was sent. For specs. */
export class FakePushService {
  readonly received: ReceivedPush[] = [];
  status = 201;
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<FakePushService> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const fake = new FakePushService(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, reply) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        fake.received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) });
        reply.writeHead(fake.status).end();
      });
    });
    return fake;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A browser's side of a subscription: its keys, and how it reads a push (RFC 8291 and 8188, written from the RFCs). */
export class FakeBrowser {
  private readonly keys: ECDH = createECDH('prime256v1');
  private readonly secret = Buffer.from('0123456789abcdef');
  readonly p256dh = this.keys.generateKeys().toString('base64url');
  readonly auth = this.secret.toString('base64url');

  read(body: Buffer): string {
    const [salt, keyLength] = [body.subarray(0, 16), body[20]!];
    const [sender, sealed] = [body.subarray(21, 21 + keyLength), body.subarray(21 + keyLength)];
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.keys.getPublicKey(), sender]);
    const input = derive(this.secret, this.keys.computeSecret(sender), info, 32);
    const key = derive(salt, input, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
    const nonce = derive(salt, input, Buffer.from('Content-Encoding: nonce\0'), 12);
    const open = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
    const padded = Buffer.concat([open.update(sealed.subarray(0, -16)), open.final()]);
    return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
  }
}

/** HKDF of one block. */
function derive(salt: Buffer, input: Buffer, info: Buffer, length: number): Buffer {
  const key = createHmac('sha256', salt).update(input).digest();
  return createHmac('sha256', key)
    .update(Buffer.concat([info, Buffer.from([1])]))
    .digest()
    .subarray(0, length);
}

/** The claims of a `vapid t=…, k=…` header, once its signature was found to be made with that key. */
export function vapidClaims(authorization: string): { key: string; claims: { aud: string; exp: number; sub: string } } {
  const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(authorization) ?? [];
  const [head, body, signature] = token!.split('.') as [string, string, string];
  const point = Buffer.from(key!, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
  const signed = Buffer.from(`${head}.${body}`);
  if (!verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')))
    throw new Error('the signature of the token is not made with its key');
  return { key: key!, claims: JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as { aud: string; exp: number; sub: string } };
}
