import { randomUUID } from 'node:crypto';
import { sql, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { postalProblem } from '../postal.problems.js';
import type { MovementKind } from './goods-movement.entity.js';

export interface LockedGoods {
  id: string;
  officeId: string;
  ownerId: string;
  code14: string;
  lotCode: string;
  place: string;
  description: string;
  expiresOn: string | null;
  receivedAt: Date;
  onHand: number;
  reserved: number;
}

const LOCKED = `
  select goods.id, owner.office_id as "officeId", goods.owner_id as "ownerId", goods.code14, goods.lot_code as "lotCode", goods.place,
         goods.description, goods.expires_on::text as "expiresOn", goods.received_at as "receivedAt", goods.on_hand as "onHand", goods.reserved
    from postal.stored_goods goods join postal.goods_owner owner on owner.id = goods.owner_id`;

/** Locks goods of the offices the actor works for. Throws `goods.unknown`, also for those of another office. */
export async function lockGoods(tx: Tx, actor: Actor, id: string): Promise<LockedGoods> {
  const [goods] = await sql<LockedGoods>(tx, `${LOCKED} where goods.id = $1 and owner.office_id = any($2::uuid[]) for update of goods`, [
    id,
    staffOffices(actor, 'clerk'),
  ]);
  if (!goods) throw postalProblem('goods.unknown');
  return goods;
}

/** Locks all goods of an owner with one of the codes, by id, so that rivals wait in the same sequence. */
export async function lockGoodsOf(tx: Tx, ownerId: string, codes: readonly string[]): Promise<LockedGoods[]> {
  return sql<LockedGoods>(
    tx,
    `${LOCKED} where goods.owner_id = $1 and goods.code14 = any($2::text[]) and goods.on_hand > 0 order by goods.id for update of goods`,
    [ownerId, codes],
  );
}

export interface Movement {
  goodsId: string;
  kind: MovementKind;
  /** Above zero what came, below what went. */
  units: number;
  parcelNumber?: string;
  reason?: string;
}

/** Writes movements and what lies there after them. What was reserved for a parcel is freed as it is packed. */
export async function move(tx: Tx, actor: Actor, movements: readonly Movement[], at: Date): Promise<void> {
  for (const { goodsId, kind, units, parcelNumber, reason } of movements) {
    await sql(
      tx,
      `insert into postal.goods_movement (id, goods_id, kind, units, parcel_number, reason, moved_by, moved_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [randomUUID(), goodsId, kind, units, parcelNumber ?? null, reason ?? null, actor.accountId, at],
    );
    const freed = kind === 'packed' ? units : 0;
    await sql(tx, 'update postal.stored_goods set on_hand = on_hand + $2, reserved = reserved + $3 where id = $1', [goodsId, units, freed]);
  }
}

/** Throws `goods.short` when fewer than `units` are neither gone nor reserved. */
export function requireFree({ onHand, reserved }: LockedGoods, units: number): void {
  if (onHand - reserved >= units) return;
  throw postalProblem('goods.short', { errors: [{ pointer: '/units', code: 'goods.short', detail: String(onHand - reserved) }] });
}
