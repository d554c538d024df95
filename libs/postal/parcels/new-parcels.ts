import type { Place } from '@choxa/places';
import type { PartyV1, PostingRequestedV1 } from '@choxa/postal-contract';
import { sql, type Tx } from '@choxa/platform';
import type { NewDeliveryCode } from '../delivery/delivery-codes.js';
import type { ChosenOffices } from '../offices/choose-offices.js';
import type { ChosenOperator } from '../operators/choose-operator.js';
import type { Path } from '../network/path.rules.js';

export interface Party extends PartyV1 {
  place: Place;
}

/** A posting request with where it came from. */
export interface Posting extends PostingRequestedV1 {
  /** Whose references `senderReference` is one of. */
  senderKey: string;
  /** Where it is handed over; null for the office that serves the sender's commune. */
  originOfficeId: string | null;
}

/** A parcel that is about to be written. */
export interface NewParcel extends ChosenOffices {
  number: string;
  posting: Posting;
  sender: Party;
  recipient: Party;
  operator: ChosenOperator;
  promisedOn: string | null;
  path: Path | null;
  code: NewDeliveryCode;
}

/** Writes parcels with their contents and the hashes of their codes, in one statement. The numbers of those that are made: not of a reference that has its parcel. */
export async function insertParcels(tx: Tx, parcels: readonly NewParcel[], now: Date): Promise<Set<string>> {
  const rows = parcels.map((parcel) => columnsOf(parcel, now));
  const codes = parcels.map(({ number, code }) => ({ parcel_number: number, salt: bytes(code.salt), hash: bytes(code.hash) }));
  const contents = parcels.flatMap(({ number, posting }) =>
    posting.contents.map((line, index) => ({
      parcel_number: number,
      line_no: index + 1,
      code14: line.code14,
      description: line.description,
      quantity: line.quantity,
      unit_price_vnd: line.unitPriceVnd ?? null,
    })),
  );
  const columns = Object.keys(rows[0]!).join(', ');
  const made = await sql<{ number: string }>(
    tx,
    `with made as (
       insert into postal.parcel (${columns}) select ${columns} from jsonb_populate_recordset(null::postal.parcel, $1::jsonb)
       on conflict on constraint parcel_sender_reference_unique do nothing returning number),
     contents as (
       insert into postal.content_line (parcel_number, line_no, code14, description, quantity, unit_price_vnd)
       select parcel_number, line_no, code14, description, quantity, unit_price_vnd
         from jsonb_populate_recordset(null::postal.content_line, $2::jsonb) where parcel_number in (select number from made)),
     codes as (
       insert into postal.delivery_code (parcel_number, salt, hash)
       select parcel_number, salt, hash from jsonb_populate_recordset(null::postal.delivery_code, $3::jsonb)
        where parcel_number in (select number from made))
     select number from made`,
    [JSON.stringify(rows), JSON.stringify(contents), JSON.stringify(codes)],
  );
  return new Set(made.map(({ number }) => number));
}

/** The numbers of the parcels that postings have already, by {@link referenceOf}. */
export async function knownNumbers(tx: Tx, postings: readonly Posting[]): Promise<Map<string, string>> {
  if (!postings.length) return new Map();
  const rows = await sql<{ number: string; senderKey: string; senderReference: string }>(
    tx,
    `select number, sender_key as "senderKey", sender_reference as "senderReference" from postal.parcel
       join unnest($1::text[], $2::text[]) as asked (sender_key, sender_reference) using (sender_key, sender_reference)`,
    [postings.map(({ senderKey }) => senderKey), postings.map(({ senderReference }) => senderReference)],
  );
  return new Map(rows.map((row) => [referenceOf(row), row.number]));
}

/** A sender's reference as one text. */
export function referenceOf({ senderKey, senderReference }: Pick<Posting, 'senderKey' | 'senderReference'>): string {
  return JSON.stringify([senderKey, senderReference]);
}

function columnsOf(parcel: NewParcel, now: Date) {
  const { number, posting, operator, path } = parcel;
  return {
    number,
    operator_id: operator.id,
    sender_key: posting.senderKey,
    sender_reference: posting.senderReference,
    ...copied('sender', parcel.sender),
    ...copied('recipient', parcel.recipient),
    weight_grams: posting.weightGrams,
    volume_cm3: posting.volumeCm3 ?? null,
    cod_vnd: posting.codVnd,
    ...wishes(posting),
    origin_office_id: parcel.originOfficeId,
    delivery_office_id: parcel.deliveryOfficeId,
    state: 'announced',
    state_at: now,
    attempts: 0,
    announced_at: now,
    promised_on: parcel.promisedOn,
    route: path?.officeIds ?? [],
    promised_at: path?.promisedAt ?? null,
  };
}

/** What the recipient asked for, as columns. */
function wishes({ deliverTo, gift, inspection }: PostingRequestedV1) {
  const exact = deliverTo?.kind === 'address' ? deliverTo : null;
  return {
    deliver_to: deliverTo?.kind ?? 'address',
    gift: gift ?? false,
    inspection: inspection ?? false,
    recipient_digital_address: exact?.digitalAddress ?? null,
    recipient_latitude: exact?.point?.latitude ?? null,
    recipient_longitude: exact?.point?.longitude ?? null,
  };
}

function copied(role: 'sender' | 'recipient', { name, phone, street, place }: Party): Record<string, string> {
  return {
    [`${role}_name`]: name,
    [`${role}_phone`]: phone,
    [`${role}_street`]: street,
    [`${role}_commune_code`]: place.code,
    [`${role}_commune_name`]: place.name,
    [`${role}_province_code`]: place.provinceCode,
    [`${role}_province_name`]: place.provinceName,
  };
}

/** As Postgres reads bytes from a text. */
function bytes(value: Buffer): string {
  return `\\x${value.toString('hex')}`;
}
