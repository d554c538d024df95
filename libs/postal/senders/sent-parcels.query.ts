import { Injectable } from '@nestjs/common';
import type { DeliveryPlace } from '@choxa/standards';
import { decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page, type Tx } from '@choxa/platform';
import type { ParcelState } from '@choxa/postal-contract';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import { operatorsOfSender, senderKeyOf } from './senders.js';
import type { SentParcelDto } from './sent-parcel.dto.js';

interface SentParcelRow {
  number: string;
  reference: string;
  operatorCode: string;
  state: ParcelState;
  stateAt: Date;
  announcedAt: Date;
  acceptedAt: Date | null;
  promisedOn: string | null;
  closedAt: Date | null;
  deliveryPlace: DeliveryPlace | null;
  attempts: number;
  weightGrams: number;
  codVnd: number;
}

/** `$1`: the sender's key, `$2`: the operators it posts through. */
const SELECT = `
  select parcel.number, sent.reference, operator.code as "operatorCode", parcel.state, parcel.state_at as "stateAt",
    sent.announced_at as "announcedAt", parcel.accepted_at as "acceptedAt", parcel.promised_on::text as "promisedOn",
    parcel.closed_at as "closedAt", parcel.delivery_place as "deliveryPlace", parcel.attempts,
    coalesce(parcel.accepted_weight_grams, parcel.weight_grams) as "weightGrams", parcel.cod_vnd as "codVnd"
  from postal.sent_parcel sent
  join postal.parcel on parcel.number = sent.parcel_number
  join postal.operator on operator.id = parcel.operator_id
  where sent.sender_key = $1 and parcel.operator_id = any($2::uuid[])`;

/** What a sender that posts by API sees: its own parcels. */
@Injectable()
export class SentParcels {
  constructor(private readonly db: PostalDatabase) {}

  /** Newest announcement first. */
  async list(
    actor: Actor,
    { state, limit = DEFAULT_LIMIT, cursor }: { state?: ParcelState; limit?: number; cursor?: string },
  ): Promise<Page<SentParcelDto>> {
    const [announcedAt, number] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await this.db.rows<SentParcelRow & { [column: string]: unknown }>(
      'postal.sent-parcels',
      `${SELECT} and ($3::text is null or parcel.state = $3)
         and ($4::timestamptz is null or (sent.announced_at, sent.parcel_number) < ($4, $5::text))
       order by sent.announced_at desc, sent.parcel_number desc limit $6`,
      [senderKeyOf(actor), operatorsOfSender(actor), state ?? null, announcedAt, number, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.announcedAt.toISOString(), row.number], toSentParcelDto);
  }

  /** @throws Problem `parcel.unknown`, also for another sender's */
  async one(actor: Actor, writtenNumber: string): Promise<SentParcelDto> {
    return sentParcel(this.db.read, actor, readParcelNumber(writtenNumber));
  }
}

/** One parcel of a sender. @throws Problem `parcel.unknown`, also for another sender's */
export async function sentParcel(tx: Tx, actor: Actor, number: string): Promise<SentParcelDto> {
  const [row] = await sql<SentParcelRow>(tx, `${SELECT} and sent.parcel_number = $3`, [
    senderKeyOf(actor),
    operatorsOfSender(actor),
    number,
  ]);
  if (!row) throw postalProblem('parcel.unknown');
  return toSentParcelDto(row);
}

function toSentParcelDto({ stateAt, announcedAt, acceptedAt, closedAt, ...row }: SentParcelRow): SentParcelDto {
  return {
    ...row,
    stateAt: stateAt.toISOString(),
    announcedAt: announcedAt.toISOString(),
    acceptedAt: acceptedAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}
