import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@choxa/platform';
import type { ParcelDeliveredV1 } from '@choxa/postal-contract';
import { Payments } from '../payments/payments.js';
import { OweRefund } from '../refunds/owe-refund.js';
import { OpenRefusedParcel } from '../returns/open-refused-parcel.js';
import { TakeBackRest } from '../returns/take-back-rest.js';
import { dividedParcels, type OpenParcel } from './divided-parcels.js';
import { endOf, type ParcelOutcome } from './divided-parcels.rules.js';
import { FinishSellerOrder } from './finish-seller-order.js';
import type { LockedSellerOrder } from './move-seller-order.js';

/**
 * One of several parcels has ended. Its money is put right at once: cash that came is booked, what came back is owed by nobody. The seller order
 * itself ends with its last parcel. The caller holds its lock.
 */
@Injectable()
export class EndDividedParcel {
  constructor(
    private readonly payments: Payments,
    private readonly oweRefund: OweRefund,
    private readonly takeBackRest: TakeBackRest,
    private readonly refusedParcels: OpenRefusedParcel,
    private readonly finish: FinishSellerOrder,
  ) {}

  /** The buyer has it, or a part of it. */
  async delivered(tx: Tx, order: LockedSellerOrder, parcel: OpenParcel, told: ParcelDeliveredV1): Promise<void> {
    const at = new Date(told.deliveredAt);
    if (!(await end(tx, parcel, 'delivered', at))) return;
    await this.takeBackRest.run(tx, order.id, told);
    await this.payments.collectedWith(tx, order.id, parcel.id, told.codCollectedVnd, at);
    await this.endOrder(tx, order, at);
  }

  /** The household has it back and is to look at it. */
  async returned(tx: Tx, order: LockedSellerOrder, parcel: OpenParcel, at: Date): Promise<void> {
    if (!(await end(tx, parcel, 'returned', at))) return;
    const { goodsVnd, postageVnd } = parcel;
    await this.payments.takenBack(tx, order.id, { key: `parcel-returned:${parcel.id}`, kind: 'return', goodsVnd, postageVnd }, at);
    await this.oweRefund.run(tx, 'system', order.id, 'return');
    await this.refusedParcels.run(tx, order.id, parcel.id);
    await this.endOrder(tx, order, at);
  }

  private async endOrder(tx: Tx, order: LockedSellerOrder, at: Date): Promise<void> {
    const parcels = await dividedParcels(tx, order.id);
    const state = endOf(parcels.map(({ outcome }) => outcome));
    if (state === 'returned') await this.finish.returned(tx, order, at);
    if (state !== 'delivered') return;
    const deliveries = parcels.filter(({ outcome }) => outcome === 'delivered').map(({ endedAt }) => endedAt!.getTime());
    await this.finish.delivered(tx, order, new Date(Math.max(...deliveries)), (id) => this.payments.allCollected(tx, id, at));
  }
}

/** False when it had ended before. */
async function end(tx: Tx, { id }: OpenParcel, outcome: ParcelOutcome, at: Date): Promise<boolean> {
  const ended = await sql(tx, 'update orders.parcel set outcome = $2, ended_at = $3 where id = $1 and outcome is null returning id', [
    id,
    outcome,
    at,
  ]);
  return ended.length > 0;
}
