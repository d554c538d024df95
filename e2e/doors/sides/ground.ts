import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { EventWorkers, type Actor } from '@choxa/platform';
import type { HttpAnswer, World } from '@choxa/testing';

/** A request that must succeed: its answer's body. */
export type Ask = (method: string, path: string, as: Actor, body?: unknown, headers?: Record<string, string>) => Promise<any>;

/** What a side is built upon: the application, and what tells the side from the other one. */
export interface Ground {
  world: World;
  ask: Ask;
  /** Stands in every text of the side. */
  marker: string;
  communeCode: string;
  province: string;
}

/** A header of its own for each request that must not happen twice. */
export const once = () => ({ 'idempotency-key': randomUUID() });

export function asker(world: World): Ask {
  return async (method, path, as, body, headers) => {
    const answer = await world.http(method, path, { as, body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
}

/** Handles every event written so far. */
export async function drain(world: World): Promise<void> {
  await world.get(EventWorkers).drain();
}

/** Sends a file; what the answer says of it. */
export async function upload(world: World, path: string, as: Actor, bytes: Buffer): Promise<any> {
  const answer = await sendFile(world, 'POST', path, as, bytes);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body;
}

/** One file in field `file`, as a browser's form sends it. */
function sendFile(world: World, method: string, path: string, as: Actor, bytes: Buffer): Promise<HttpAnswer> {
  const head = '--ranh\r\nContent-Disposition: form-data; name="file"; filename="tep"\r\nContent-Type: application/octet-stream\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--ranh--\r\n')]);
  return world.http(method, path, { as, body, headers: { 'content-type': 'multipart/form-data; boundary=ranh' } });
}

/** A small PNG of one colour. */
export function picture(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#642' } })
    .png()
    .toBuffer();
}
