import { Injectable } from '@nestjs/common';
import { formatPhone } from '@choxa/standards';
import { Clock, Config, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { staffOffices } from '../../offices/offices.query.js';
import { PostalDatabase } from '../../postal-database.js';
import { postalProblem } from '../../postal.problems.js';
import { readParcelNumber } from '../../scans/parcels-to-move.js';
import { receiptsPdf, type Receipt, type ReceiptLine } from './receipt.js';

interface Row extends ReceiptLine {
  /** One for all parcels of one hand-over; the number itself for parcels taken before that was kept. */
  receiptId: string;
  operatorName: string;
  officeName: string;
  officePlace: string;
  takenAt: Date;
  takenBy: string | null;
  senderName: string;
  senderPhone: string;
  senderPlace: string;
  paidVnd: number;
}

/** Receipts of parcels that were accepted at the caller's offices; what was handed over together by one sender stands on one. */
@Injectable()
export class PrintReceipts {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly config: Config,
  ) {}

  /** @throws Problem `parcel.unknown`, also for one of other offices, and `parcel.not-accepted` (the detail is the number) */
  async run(actor: Actor, written: readonly string[]): Promise<Buffer> {
    const numbers = [...new Set(written.map(readParcelNumber))];
    const rows = await this.db.transaction((tx) => this.read(tx, actor, numbers));
    const receipts = [...Map.groupBy(rows, ({ receiptId, senderPhone }) => `${receiptId} ${senderPhone}`).values()].map(toReceipt);
    return receiptsPdf(receipts, `${this.config.publicUrl}/theo-doi`, this.clock.now());
  }

  private async read(tx: Tx, actor: Actor, numbers: string[]): Promise<Row[]> {
    const found = await sql<Row>(tx, ROWS, [staffOffices(actor), numbers]);
    const byNumber = new Map(found.map((row) => [row.number, row]));
    const rows = numbers.map((number) => {
      const row = byNumber.get(number);
      if (!row) throw postalProblem('parcel.unknown', { detail: number });
      if (!row.takenAt) throw postalProblem('parcel.not-accepted', { detail: number });
      return row;
    });
    const [first, ...others] = numbers;
    const details = others.length ? { others } : {};
    await this.trail.record(tx, actor, { action: 'parcel.receipt-printed', subjectKind: 'parcel', subjectId: first!, details });
    return rows;
  }
}

function toReceipt(rows: Row[]): Receipt {
  const { receiptId, operatorName, officeName, officePlace, takenAt, takenBy, senderName, senderPhone, senderPlace } = rows[0]!;
  return {
    code: receiptId.slice(0, 13).toUpperCase(),
    operatorName,
    officeName,
    officePlace,
    takenAt,
    takenBy,
    sender: { name: senderName, phone: formatPhone(senderPhone), place: senderPlace },
    lines: rows,
    paidVnd: rows.reduce((sum, row) => sum + row.paidVnd, 0),
  };
}

const ROWS = `
  select parcel.number, recipient_commune_name || ', ' || recipient_province_name as "to",
    coalesce(accepted_weight_grams, weight_grams) as "weightGrams", postage_vnd as "postageVnd", cod_vnd as "codVnd",
    coalesce(acceptance.receipt_id::text, parcel.number) as "receiptId", operator.name as "operatorName", office.name as "officeName",
    office.commune_name || ', ' || office.province_name as "officePlace", accepted_at as "takenAt",
    nullif(acceptance.taken_by_name, '') as "takenBy", sender_name as "senderName", sender_phone as "senderPhone",
    sender_commune_name || ', ' || sender_province_name as "senderPlace", coalesce(counter_payment.amount_vnd, 0) as "paidVnd"
  from postal.parcel
  join postal.operator on operator.id = parcel.operator_id
  join postal.office on office.id = parcel.origin_office_id
  left join postal.acceptance on acceptance.parcel_number = parcel.number
  left join postal.counter_payment on counter_payment.parcel_number = parcel.number
  where parcel.number = any($2::text[]) and parcel.origin_office_id = any($1::uuid[])`;
