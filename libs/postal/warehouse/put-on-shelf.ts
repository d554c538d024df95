import { randomUUID } from 'node:crypto';
import { sql, type Tx } from '@choxa/platform';

export interface ShelfLine {
  ownerId: string;
  code14: string;
  lotCode: string;
  place: string;
  description: string;
  expiresOn: string | null;
  receivedAt: Date;
}

/**
 * The row of a lot in a place, made empty when there is none; its units come by a movement.
 *
 * @returns its id, and the last good day it has there already: one lot has one
 */
export async function shelfOf(tx: Tx, line: ShelfLine): Promise<{ id: string; expiresOn: string | null }> {
  const { ownerId, code14, lotCode, place, description, expiresOn, receivedAt } = line;
  const [row] = await sql<{ id: string; expiresOn: string | null }>(
    tx,
    `insert into postal.stored_goods (id, owner_id, code14, lot_code, place, description, expires_on, on_hand, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, 0, $8)
     on conflict on constraint stored_goods_once do update set description = excluded.description
     returning id, expires_on::text as "expiresOn"`,
    [randomUUID(), ownerId, code14, lotCode, place, description, expiresOn, receivedAt],
  );
  return row!;
}
