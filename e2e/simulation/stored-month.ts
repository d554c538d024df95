import { sql, type Database } from '@choxa/platform';

export interface StoredParcel {
  number: string;
  reference: string;
  state: string;
  stateAt: Date;
  attempts: number;
  codVnd: number;
  acceptedAt: Date | null;
  closedAt: Date | null;
  outcome: string | null;
  deliveryPlace: string | null;
  originOfficeId: string;
  deliveryOfficeId: string;
  currentOfficeId: string | null;
}

export interface StoredScan {
  id: string;
  parcel: string;
  code: string;
  eventTime: Date;
  officeId: string;
}

export interface StoredEntry {
  journalId: string;
  parcel: string | null;
  account: string;
  amountVnd: number;
}

/** What the database says after the month. */
export interface StoredMonth {
  parcels: StoredParcel[];
  scans: StoredScan[];
  entries: StoredEntry[];
  /** Numbers of the parcels whose delivery managers are to look at again. */
  doubted: Set<string>;
}

export async function readMonth({ read }: Database): Promise<StoredMonth> {
  return {
    parcels: await sql<StoredParcel>(
      read,
      `select number, sender_reference as reference, state, state_at as "stateAt", attempts, cod_vnd as "codVnd",
         accepted_at as "acceptedAt", closed_at as "closedAt", outcome, delivery_place as "deliveryPlace",
         origin_office_id as "originOfficeId", delivery_office_id as "deliveryOfficeId", current_office_id as "currentOfficeId"
       from postal.parcel`,
    ),
    scans: await sql<StoredScan>(
      read,
      'select id, parcel_number as parcel, code, event_time as "eventTime", office_id as "officeId" from postal.scan',
    ),
    entries: await sql<StoredEntry>(
      read,
      'select journal_id as "journalId", parcel_number as parcel, account, amount_vnd as "amountVnd" from postal.cod_entry',
    ),
    doubted: new Set(
      (await sql<{ number: string }>(read, 'select parcel_number as number from postal.delivery_review')).map(({ number }) => number),
    ),
  };
}
