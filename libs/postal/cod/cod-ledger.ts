import { sql, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';
import { lockDrawers, refuseAboveCap } from './cash-drawers.js';
import type { CodAccount, CodStep } from './cod-entry.entity.js';
import { book, STANDS, type Side } from './cod-journal.js';

/** The recipient owes the amount and the post owes it on to the sender. Booked at acceptance; without cash to collect nothing is booked. */
export function bookDue(tx: Tx, parcelNumber: string, codVnd: number, at: Date): Promise<void> {
  const sides: Side[] = [
    { account: 'recipient', amountVnd: codVnd },
    { account: 'sender', amountVnd: -codVnd },
  ];
  return book(tx, { parcelNumber, step: 'due', at, sides });
}

/**
 * The recipient has paid; `holderId`, whom people call `holderName`, holds the cash until it is handed over at the office that delivered.
 * @throws Problem `cash.courier-cap`, `cash.office-cap`
 */
export async function bookCollected(
  tx: Tx,
  parcelNumber: string,
  codVnd: number,
  holderId: string,
  at: Date,
  holderName = '',
): Promise<void> {
  if (codVnd === 0) return;
  const officeId = await deliveringOffice(tx, parcelNumber);
  const drawers = await lockDrawers(tx, officeId, { id: holderId, name: holderName });
  await refuseAboveCap(tx, drawers, codVnd, at);
  const sides: Side[] = [
    { account: 'cash', amountVnd: codVnd, holderId, officeId },
    { account: 'recipient', amountVnd: -codVnd },
  ];
  await book(tx, { parcelNumber, step: 'collected', at, sides });
}

/** Money paid at an office's counter lies in its drawer from now on, and is the post's own: postage, or a fee without a parcel. */
export async function bookCounterMoney(tx: Tx, officeId: string, parcelNumber: string | null, amountVnd: number, at: Date): Promise<void> {
  await sql(
    tx,
    `insert into postal.cash_drawer (office_id, holder_id, kind, holder_name, held_vnd) values ($1, $1, 'office', '', 0) on conflict do nothing`,
    [officeId],
  );
  const sides: Side[] = [
    { account: 'office_cash', holderId: officeId, officeId, amountVnd },
    { account: 'postage', amountVnd: -amountVnd },
  ];
  await book(tx, { parcelNumber, step: 'counter', at, sides });
}

/** A returned parcel makes the due zero. */
export function bookCancelled(tx: Tx, parcelNumber: string, codVnd: number, at: Date): Promise<void> {
  const sides: Side[] = [
    { account: 'sender', amountVnd: codVnd },
    { account: 'recipient', amountVnd: -codVnd },
  ];
  return book(tx, { parcelNumber, step: 'cancelled', at, sides });
}

/** The sender is paid `paidVnd` of the cash; the rest is the postage. */
export function bookRemitted(tx: Tx, parcelNumber: string, codVnd: number, paidVnd: number, at: Date): Promise<void> {
  const sides: Side[] = [
    { account: 'sender', amountVnd: codVnd },
    { account: 'bank', amountVnd: -paidVnd },
    { account: 'postage', amountVnd: paidVnd - codVnd },
  ];
  return book(tx, { parcelNumber, step: 'remitted', at, sides });
}

/**
 * A scan was wrong, so what was booked with it is undone by a journal the other way round. Nothing happens where nothing stands booked.
 * Cash that was handed over since leaves its holder below zero until the next count.
 * @throws Problem `cod.remitted-already` when the sender was paid from that cash, or is about to be
 */
export async function bookReversed(
  tx: Tx,
  parcelNumber: string,
  step: Extract<CodStep, 'due' | 'collected' | 'cancelled'>,
  at: Date,
): Promise<void> {
  const standing = await sql<Side & { journalId: string; account: CodAccount }>(
    tx,
    `select journal_id as "journalId", account, holder_id as "holderId", office_id as "officeId", amount_vnd as "amountVnd"
       from postal.cod_entry entry where parcel_number = $1 and step = $2 and ${STANDS('entry')}`,
    [parcelNumber, step],
  );
  if (!standing.length) return;
  if (step === 'collected' && (await isRemitted(tx, parcelNumber))) throw postalProblem('cod.remitted-already');
  const sides = standing.map(({ amountVnd, account, holderId, officeId }) => ({ account, holderId, officeId, amountVnd: -amountVnd }));
  await book(tx, { parcelNumber, step: 'reversed', at, sides, reverses: standing[0]!.journalId });
}

/** The sender was paid from this cash, or the bank was told to. */
async function isRemitted(tx: Tx, parcelNumber: string): Promise<boolean> {
  const rows = await sql(
    tx,
    `select from postal.cod_entry where parcel_number = $1 and step = 'remitted'
     union all
     select from postal.payout_parcel parcel join postal.payout_line line on line.id = parcel.line_id
       join postal.payout_batch batch on batch.id = line.batch_id
      where parcel.parcel_number = $1 and not parcel.released and batch.state = 'confirmed' limit 1`,
    [parcelNumber],
  );
  return rows.length > 0;
}

/** The office whose person handed the parcel over; where no scan says it, the one that was to deliver. */
async function deliveringOffice(tx: Tx, parcelNumber: string): Promise<string> {
  const [row] = await sql<{ officeId: string }>(
    tx,
    `select coalesce((select office_id from postal.scan where parcel_number = number and code = 'EMI' and recorded_at >= announced_at
       order by recorded_at desc limit 1), delivery_office_id) as "officeId" from postal.parcel where number = $1`,
    [parcelNumber],
  );
  return row!.officeId;
}
