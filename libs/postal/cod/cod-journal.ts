import { randomUUID } from 'node:crypto';
import { sql, type Tx } from '@choxa/platform';
import type { CodAccount, CodStep } from './cod-entry.entity.js';

/** One side of a journal. */
export interface Side {
  account: CodAccount;
  amountVnd: number;
  /** Person or office, for accounts that are somebody's. */
  holderId?: string | null;
  /** Where that cash is. */
  officeId?: string | null;
}

export interface Journal {
  /** Null where money of many parcels moves together. */
  parcelNumber: string | null;
  step: CodStep;
  at: Date;
  /** Sum to zero; sides of nothing are left out. */
  sides: Side[];
  /** The journal it undoes. */
  reverses?: string;
}

/** Writes a journal, and what it changes in drawers, which must be there and should be locked. Without a side nothing is written. */
export async function book(tx: Tx, { parcelNumber, step, at, sides, reverses }: Journal): Promise<void> {
  const moved = sides.filter(({ amountVnd }) => amountVnd !== 0);
  if (!moved.length) return;
  await sql(
    tx,
    `insert into postal.cod_entry (id, journal_id, parcel_number, step, account, holder_id, office_id, amount_vnd, reverses, booked_at, round)
     select gen_random_uuid(), $1, $2, $3, side.*, $8, $9, ${UNDONE_BEFORE}
       from unnest($4::text[], $5::uuid[], $6::uuid[], $7::bigint[]) as side(account, holder_id, office_id, amount_vnd)`,
    [
      randomUUID(),
      parcelNumber,
      step,
      moved.map(({ account }) => account),
      moved.map(({ holderId }) => holderId ?? null),
      moved.map(({ officeId }) => officeId ?? null),
      moved.map(({ amountVnd }) => amountVnd),
      reverses ?? null,
      at,
    ],
  );
  const cash = moved.filter(({ account }) => account === 'cash' || account === 'office_cash');
  if (!cash.length) return;
  await sql(
    tx,
    `update postal.cash_drawer set held_vnd = cash_drawer.held_vnd + side.amount_vnd
       from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as side(office_id, holder_id, amount_vnd)
      where cash_drawer.office_id = side.office_id and cash_drawer.holder_id = side.holder_id`,
    [cash.map(({ officeId }) => officeId), cash.map(({ holderId }) => holderId), cash.map(({ amountVnd }) => amountVnd)],
  );
}

const UNDONE_BEFORE = `
  (select count(distinct undone.journal_id) from postal.cod_entry undone join postal.cod_entry back on back.reverses = undone.journal_id
    where undone.parcel_number = $2 and undone.step = $3)`;

/** SQL: whether the journal of `entry` stands, so nobody has undone it. */
export const STANDS = (entry: string): string => `not exists (select from postal.cod_entry back where back.reverses = ${entry}.journal_id)`;
