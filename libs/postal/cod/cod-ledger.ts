import { randomUUID } from 'node:crypto';
import { sql, type Tx } from '@choxa/platform';
import type { CodAccount, CodStep } from './cod-entry.entity.js';

interface Side {
  account: CodAccount;
  amountVnd: number;
  holderId?: string;
}

/** The recipient owes the amount and the post owes it on to the sender. Booked at acceptance; without cash to collect nothing is booked. */
export function bookDue(tx: Tx, parcelNumber: string, codVnd: number, at: Date): Promise<void> {
  return book(tx, parcelNumber, 'due', at, [
    { account: 'recipient', amountVnd: codVnd },
    { account: 'sender', amountVnd: -codVnd },
  ]);
}

/** The recipient has paid; `holderId` holds the cash until it is handed over. */
export function bookCollected(tx: Tx, parcelNumber: string, codVnd: number, holderId: string, at: Date): Promise<void> {
  return book(tx, parcelNumber, 'collected', at, [
    { account: 'cash', amountVnd: codVnd, holderId },
    { account: 'recipient', amountVnd: -codVnd },
  ]);
}

/** A returned parcel makes the due zero. */
export function bookCancelled(tx: Tx, parcelNumber: string, codVnd: number, at: Date): Promise<void> {
  return book(tx, parcelNumber, 'cancelled', at, [
    { account: 'sender', amountVnd: codVnd },
    { account: 'recipient', amountVnd: -codVnd },
  ]);
}

/** The sender is paid `paidVnd` of the cash; the rest is the postage. */
export function bookRemitted(tx: Tx, parcelNumber: string, codVnd: number, paidVnd: number, at: Date): Promise<void> {
  return book(tx, parcelNumber, 'remitted', at, [
    { account: 'sender', amountVnd: codVnd },
    { account: 'bank', amountVnd: -paidVnd },
    { account: 'postage', amountVnd: paidVnd - codVnd },
  ]);
}

async function book(tx: Tx, parcelNumber: string, step: CodStep, at: Date, sides: Side[]): Promise<void> {
  const journalId = randomUUID();
  for (const { account, amountVnd, holderId } of sides.filter((side) => side.amountVnd !== 0))
    await sql(
      tx,
      `insert into postal.cod_entry (id, journal_id, parcel_number, step, account, holder_id, amount_vnd, booked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [randomUUID(), journalId, parcelNumber, step, account, holderId ?? null, amountVnd, at],
    );
}
