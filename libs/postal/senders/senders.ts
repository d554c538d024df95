import { createHash } from 'node:crypto';
import type { Actor } from '@choxa/platform';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids of the operators the actor posts through by API: half of the scope of everything a sender sees. The other half is {@link senderKeyOf}. */
export function operatorsOfSender(actor: Actor): string[] {
  return actor.scope('operator', 'sender').filter((id) => UUID.test(id));
}

/** The name space of the references of a sender that posts by API; the same for all keys and sessions of its account. */
export function senderKeyOf(actor: Actor): string {
  return `account:${actor.accountId}`;
}

/**
 * What stands for a sender's reference on the parcel and in what is told about it: a UUID made of name space and reference. So the references
 * of different senders never meet, whatever somebody writes into his own.
 */
export function opaqueReference(senderKey: string, reference: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([senderKey, reference]))
    .digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `a${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
