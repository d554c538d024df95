import type { Actor } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { operatorsOfSender, senderKeyOf } from '../senders/senders.js';

/** Whose events somebody reads: all of some operators, and the parcels of one sender with some others. */
export interface Reader {
  managed: string[];
  sending: string[];
  senderKey: string;
}

export function readerOf(actor: Actor): Reader {
  return { managed: managedOperators(actor), sending: operatorsOfSender(actor), senderKey: senderKeyOf(actor) };
}

/** A condition on columns `operator_id` and `sender_key` of `table`, with {@link readerParams} from `$1` on. */
export function readBy(table: string): string {
  return `(${table}.operator_id = any($1::uuid[]) or (${table}.operator_id = any($2::uuid[]) and ${table}.sender_key = $3))`;
}

export function readerParams({ managed, sending, senderKey }: Reader): unknown[] {
  return [managed, sending, senderKey];
}
