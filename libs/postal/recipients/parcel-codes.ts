import { Injectable } from '@nestjs/common';
import { Clock, Notify, sql, type Tx } from '@choxa/platform';
import { localDayBounds, localDay } from '@choxa/standards';
import { isCode, newDeliveryCode } from '../delivery/delivery-codes.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import type { ParcelParty } from './parcel-code.entity.js';

const VALID_MS = 15 * 60_000;
const AGAIN_AFTER_MS = 60_000;
const MOST_A_DAY = 5;
const MOST_TRIES = 5;

/** Lets somebody without an account speak for a parcel's recipient or sender: by a code sent to the telephone that stands on it. */
@Injectable()
export class ParcelCodes {
  constructor(
    private readonly db: PostalDatabase,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** Sends a code; the one before it is worth nothing any more. @throws Problem `parcel.unknown`, `parcel-code.wait` */
  async send(writtenNumber: string, party: ParcelParty): Promise<void> {
    const number = readParcelNumber(writtenNumber);
    const { code, salt, hash } = newDeliveryCode();
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const [parcel] = await sql<{ phone: string }>(tx, `select ${party}_phone as phone from postal.parcel where number = $1`, [number]);
      if (!parcel) throw postalProblem('parcel.unknown');
      const [sent] = await sql(tx, KEEP, [
        number,
        party,
        salt,
        hash,
        now,
        new Date(now.getTime() + VALID_MS),
        new Date(now.getTime() - AGAIN_AFTER_MS),
        localDayBounds(localDay(now)).from,
        MOST_A_DAY,
      ]);
      if (!sent) throw postalProblem('parcel-code.wait', { retryAfterSeconds: AGAIN_AFTER_MS / 1_000 });
      const text =
        `Mã ${code} để yêu cầu về bưu gửi ${number}, dùng trong 15 phút. Không đọc mã này cho ai, kể cả bưu tá. / ` +
        `Code ${code} to ask for something about parcel ${number}, for 15 minutes. Tell it to nobody, not even the postman.`;
      await this.notify.send(tx, { to: parcel.phone, channel: 'sms', template: 'postal.parcel-code', text });
    });
  }

  /**
   * Answers the parcel's number once the code is right. The try is counted and committed before the comparison, whatever follows.
   * @throws Problem `parcel.unknown`, `parcel-code.over`, `parcel-code.wrong`
   */
  async proved(writtenNumber: string, party: ParcelParty, code: string): Promise<string> {
    const number = readParcelNumber(writtenNumber);
    const kept = await this.db.transaction(async (tx) => {
      const [parcel] = await sql(tx, 'select from postal.parcel where number = $1', [number]);
      if (!parcel) throw postalProblem('parcel.unknown');
      const [row] = await sql<{ salt: Buffer; hash: Buffer }>(
        tx,
        `update postal.parcel_code set tries = tries + 1 where parcel_number = $1 and party = $2 and tries < $3 and valid_until > $4
         returning salt, hash`,
        [number, party, MOST_TRIES, this.clock.now()],
      );
      return row;
    });
    if (!kept) throw postalProblem('parcel-code.over');
    if (!(await isCode(code, kept))) throw postalProblem('parcel-code.wrong');
    return number;
  }

  /** The code did what it was for. In the transaction of that. */
  async useUp(tx: Tx, number: string, party: ParcelParty): Promise<void> {
    await sql(tx, 'update postal.parcel_code set valid_until = $3 where parcel_number = $1 and party = $2', [
      number,
      party,
      this.clock.now(),
    ]);
  }
}

const KEEP = `
  insert into postal.parcel_code (parcel_number, party, salt, hash, tries, sent_at, valid_until, sent_today) values ($1, $2, $3, $4, 0, $5, $6, 1)
  on conflict on constraint "PK_parcel_code" do update set salt = excluded.salt, hash = excluded.hash, tries = 0, sent_at = excluded.sent_at,
    valid_until = excluded.valid_until, sent_today = case when parcel_code.sent_at < $8 then 1 else parcel_code.sent_today + 1 end
  where parcel_code.sent_at <= $7 and (parcel_code.sent_at < $8 or parcel_code.sent_today < $9)
  returning 1`;
