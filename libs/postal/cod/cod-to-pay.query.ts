import { Injectable } from '@nestjs/common';
import { Trail, type Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { codFacts, paidOf } from './cod-facts.query.js';
import { DUE } from './due.sql.js';
import type { CodToPayDto, SenderToPayDto } from './cod-remittance.dto.js';

/** As many parcels as one remittance takes; the rest follow when these are paid. */
const MOST = 500;

interface CollectedRow {
  number: string;
  senderName: string;
  senderPhone: string;
  collectedVnd: number;
  collectedAt: Date;
}

/** Cash that the post has collected and not paid out yet, by its sender; whoever waits longest comes first. */
@Injectable()
export class CodToPay {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  /** Of the offices the actor works for as a clerk, or of one of them. */
  async list(actor: Actor, office?: string): Promise<CodToPayDto> {
    const own = staffOffices(actor, 'clerk');
    const offices = office ? own.filter((id) => id === office.toLowerCase()) : own;
    const rows = await this.db.rows<CollectedRow>('postal.cod-to-pay', COLLECTED, [offices, MOST]);
    if (!rows.length) return { data: [], next: null };
    const [first, ...others] = rows.map(({ number }) => number);
    return this.db.transaction(async (tx) => {
      const reading = { action: 'cod.sender-read', subjectKind: 'parcel', subjectId: first!, details: others.length ? { others } : {} };
      await this.trail.record(tx, actor, reading);
      const facts = await codFacts(tx, [first!, ...others]);
      const parcels = rows.map((row) => ({ ...row, payVnd: paidOf(row.collectedVnd, facts.get(row.number)?.postageVnd) }));
      return { data: [...Map.groupBy(parcels, ({ senderPhone }) => senderPhone).values()].map(toSender), next: null };
    });
  }
}

type RowToPay = CollectedRow & { payVnd: number };

function toSender(parcels: RowToPay[]): SenderToPayDto {
  const [{ senderName, senderPhone }] = parcels as [RowToPay];
  return {
    senderName,
    senderPhone,
    parcels: parcels.map(({ number, collectedVnd, payVnd, collectedAt }) => ({
      number,
      collectedVnd,
      payVnd,
      collectedAt: collectedAt.toISOString(),
    })),
  };
}

const COLLECTED = `
  select parcel.number, sender_name as "senderName", sender_phone as "senderPhone", amount_vnd as "collectedVnd", booked_at as "collectedAt"
    from postal.cod_entry collected join postal.parcel on parcel.number = parcel_number
   where ${DUE} and origin_office_id = any($1::uuid[])
   order by booked_at, parcel.number limit $2`;
