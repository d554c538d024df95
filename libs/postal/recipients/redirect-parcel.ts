import { Injectable } from '@nestjs/common';
import { Clock, sql, Trail, type Tx } from '@choxa/platform';
import { Network } from '../network/network.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockParcel, type LockedParcel } from '../scans/parcels-to-move.js';
import { ParcelCodes } from './parcel-codes.js';
import { countersFor } from './parcel-options.query.js';
import { REDIRECTABLE } from './redirectable.rules.js';

/** Where the recipient wants it instead: another house of the same commune, or a counter of the operator in the province. */
export type NewPlace = { kind: 'address'; street: string } | { kind: 'office'; officeCode: string };

/**
 * The recipient has a parcel taken somewhere else (Postal Law 49/2010: delivery as the recipient asked). Only where the postage is the same, so within
 * the commune or to a counter of the province: nothing is charged and nobody is asked.
 */
@Injectable()
export class RedirectParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly codes: ParcelCodes,
    private readonly network: Network,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * Proven by the code sent to the recipient's telephone.
   * @throws Problem of {@link ParcelCodes.proved}, `redirect.state`, `redirect.office`, `redirect.street`
   */
  async run(writtenNumber: string, code: string, to: NewPlace): Promise<void> {
    const number = await this.codes.proved(writtenNumber, 'recipient', code);
    await this.db.transaction(async (tx) => {
      const parcel = (await lockParcel(tx, number))!;
      if (!REDIRECTABLE.has(parcel.state)) throw postalProblem('redirect.state');
      if (to.kind === 'office') await this.toOffice(tx, parcel, to.officeCode);
      else await this.toStreet(tx, number, to.street);
      await this.codes.useUp(tx, number, 'recipient');
      const details = { to: to.kind, ...(to.kind === 'office' && { office: to.officeCode }) };
      await this.trail.record(tx, 'guest', { action: 'parcel.redirected', subjectKind: 'parcel', subjectId: number, details });
    });
  }

  private async toOffice(tx: Tx, parcel: LockedParcel, officeCode: string): Promise<void> {
    const office = (await countersFor(tx, parcel.number, this.clock.now())).find(({ code }) => code === officeCode);
    if (!office) throw postalProblem('redirect.office');
    const now = this.clock.now();
    const path = await this.network.path(parcel.currentOfficeId ?? parcel.originOfficeId, office.id, now, tx);
    await sql(
      tx,
      `update postal.parcel set deliver_to = 'office', delivery_office_id = $2, redirected_at = $3, route = coalesce($4::uuid[], route),
         promised_at = coalesce($5, promised_at) where number = $1`,
      [parcel.number, office.id, now, path?.officeIds ?? null, path?.promisedAt ?? null],
    );
  }

  /** The points told before were those of the other house. */
  private async toStreet(tx: Tx, number: string, street: string): Promise<void> {
    if (street.trim().length < 3) throw postalProblem('redirect.street');
    await sql(
      tx,
      `update postal.parcel set deliver_to = 'address', recipient_street = $2, recipient_digital_address = null, recipient_latitude = null,
         recipient_longitude = null, redirected_at = $3 where number = $1`,
      [number, street.trim(), this.clock.now()],
    );
  }
}
