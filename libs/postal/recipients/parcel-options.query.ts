import { Injectable } from '@nestjs/common';
import { Clock, sql, type Tx } from '@choxa/platform';
import type { ParcelState } from '@choxa/postal-contract';
import { localDay } from '@choxa/standards';
import { claimKindsAt, type ClaimKind } from '../claims/claim.rules.js';
import { claimTerms } from '../claims/claim-terms.js';
import { deliveryNorms } from '../delivery/delivery-norms.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { disputeEnd } from '../reviews/dispute.rules.js';
import { readParcelNumber } from '../scans/parcels-to-move.js';
import type { ParcelOptionsDto } from './recipient.dto.js';
import { REDIRECTABLE } from './redirectable.rules.js';

interface Row {
  number: string;
  state: ParcelState;
  acceptedAt: Date | null;
  closedAt: Date | null;
  deliveredAt: Date | null;
  recordedAt: Date | null;
  disputed: boolean;
  openClaims: ClaimKind[];
}

/** A counter that keeps parcels for their recipients. */
interface Counter {
  id: string;
  code: string;
  name: string;
  communeName: string;
}

/** What recipient and sender may ask of a parcel now, before anybody has proven who they are: no name, phone, street or amount. */
@Injectable()
export class ParcelOptions {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `parcel.unknown` */
  async of(writtenNumber: string): Promise<ParcelOptionsDto> {
    const number = readParcelNumber(writtenNumber);
    const [row] = await this.db.rows<Row>('postal.parcel-options', OPTIONS, [number]);
    if (!row) throw postalProblem('parcel.unknown');
    const now = this.clock.now();
    const tx = this.db.read;
    const until = row.deliveredAt
      ? disputeEnd({ deliveredAt: row.deliveredAt, recordedAt: row.recordedAt! }, await deliveryNorms(tx, row.deliveredAt))
      : null;
    const mayDispute = until !== null && until > now && !row.disputed;
    const mayRedirect = REDIRECTABLE.has(row.state);
    return {
      mayRedirect,
      counters: mayRedirect ? (await countersFor(tx, number, now)).map(({ code, name, communeName }) => ({ code, name, communeName })) : [],
      disputeUntil: mayDispute ? until.toISOString() : null,
      disputed: row.disputed,
      claimKinds: claimKindsAt(await claimTerms(tx, now), row, now).filter((kind) => !row.openClaims.includes(kind)),
    };
  }
}

const OPTIONS = `
  select parcel.number, parcel.state, parcel.accepted_at as "acceptedAt", parcel.closed_at as "closedAt", proof.delivered_at as "deliveredAt",
         scan.recorded_at as "recordedAt", coalesce(review.disputed_at is not null or review.state <> 'open', false) as disputed,
         array(select kind from postal.compensation_case where parcel_number = parcel.number and state in ('opened', 'examined', 'accepted'))
           as "openClaims"
    from postal.parcel
    left join postal.proof on parcel.state = 'delivered' and proof.parcel_number = parcel.number
      and not exists (select from postal.scan_correction where scan_id = proof.scan_id and confirmed_at is not null)
    left join postal.scan on scan.id = proof.scan_id and scan.recorded_at >= parcel.announced_at
    left join postal.delivery_review review on review.id = proof.scan_id
   where parcel.number = $1 order by proof.delivered_at desc nulls last limit 1`;

/** Counters of the parcel's operator to which it may be taken without other postage: those of the recipient's province, the commune's first. */
export async function countersFor(tx: Tx, number: string, now: Date): Promise<Counter[]> {
  return sql<Counter>(
    tx,
    `select office.id, office.code, office.name, office.commune_name as "communeName"
       from postal.parcel join postal.office on office.operator_id = parcel.operator_id and office.province_code = recipient_province_code
      where number = $1 and office.kind in ('counter', 'commune_cultural')
        and office.valid_from <= $2::date and (office.valid_to is null or office.valid_to > $2::date)
      order by office.commune_code = recipient_commune_code desc, office.commune_name, office.name, office.code limit 50`,
    [number, localDay(now)],
  );
}
