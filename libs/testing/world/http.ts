import { request, Agent } from 'node:http';

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 400 });

/** One plain HTTP request with exactly these headers: fetch would add some of its own. A body that is no text or Buffer is sent as JSON. */
export function send(method: string, url: URL, headers: Record<string, string>, body: unknown): Promise<RawAnswer> {
  const raw = body === undefined || typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const type = raw === body ? {} : { 'content-type': 'application/json' };
  const length = raw === undefined ? {} : { 'content-length': String(Buffer.byteLength(raw)) };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers: { ...type, ...length, ...headers } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => resolve({ status: incoming.statusCode!, headers: incoming.headers, bytes: Buffer.concat(chunks) }));
    });
    outgoing.on('error', reject);
    outgoing.end(raw);
  });
}
