import { Clock, Handles, sql, type EventEnvelope, type EventHandler, type Tx } from '@choxa/platform';
import {
  ParcelAccepted,
  ParcelDelivered,
  ParcelRegistered,
  ParcelReturned,
  type ParcelAcceptedV1,
  type ParcelDeliveredV1,
  type ParcelRegisteredV1,
  type ParcelReturnedV1,
} from '@choxa/postal-contract';
import { Terms } from '../terms/terms.js';
import { MoveReturn } from './move-return.js';
import { canReturnMove, type ReturnState } from './return.rules.js';

// What the post reports about the parcels of returns. A reference that is no return of ours is let pass.

@Handles(ParcelRegistered)
export class NumberReturnWhenParcelRegistered implements EventHandler<ParcelRegisteredV1> {
  async handle(tx: Tx, event: EventEnvelope<ParcelRegisteredV1>): Promise<void> {
    await this.handleAll(tx, [event]);
  }

  /** Nearly all parcels are those of orders. */
  async handleAll(tx: Tx, events: readonly EventEnvelope<ParcelRegisteredV1>[]): Promise<void> {
    await sql(
      tx,
      `update orders.return_case set parcel_number = given.number
         from unnest($1::uuid[], $2::text[]) as given (id, number) where return_case.id = given.id`,
      [events.map(({ data }) => data.senderReference), events.map(({ data }) => data.number)],
    );
  }
}

@Handles(ParcelAccepted)
export class PostReturnWhenParcelAccepted implements EventHandler<ParcelAcceptedV1> {
  constructor(private readonly moves: MoveReturn) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelAcceptedV1>): Promise<void> {
    await follow(tx, this.moves, data.senderReference, 'posted');
  }
}

@Handles(ParcelDelivered)
export class ArriveReturnWhenParcelDelivered implements EventHandler<ParcelDeliveredV1> {
  constructor(
    private readonly moves: MoveReturn,
    private readonly terms: Terms,
    private readonly clock: Clock,
  ) {}

  async handle(tx: Tx, { data }: EventEnvelope<ParcelDeliveredV1>): Promise<void> {
    if (!(await follow(tx, this.moves, data.senderReference, 'arrived'))) return;
    const lookDueAt = await this.terms.end(tx, 'return:look', this.clock.now());
    await sql(tx, 'update orders.return_case set look_due_at = $2 where id::text = $1', [data.senderReference, lookDueAt]);
  }
}

/** The household has back what a buyer did not take at the door. */
@Handles(ParcelReturned)
export class ArriveRestWhenParcelReturned implements EventHandler<ParcelReturnedV1> {
  constructor(private readonly moves: MoveReturn) {}

  async handle(tx: Tx, { data: { restOf, senderReference } }: EventEnvelope<ParcelReturnedV1>): Promise<void> {
    if (!restOf || (await follow(tx, this.moves, senderReference, 'arrived'))) return;
    const [waited] = await sql(
      tx,
      `select from orders.seller_order where id::text = $1 and not exists (select from orders.return_case where id::text = $2)`,
      [restOf, senderReference],
    );
    // Events may overtake each other: the delivery in part opens the return. The queue tries again.
    if (waited) throw new Error(`return ${senderReference}: its goods arrived before the delivery did`);
  }
}

/**
 * Whether the return moved. Events may overtake each other, and the household may have had the goods before the scan: what comes too late changes
 * nothing.
 */
async function follow(tx: Tx, moves: MoveReturn, reference: string, to: ReturnState): Promise<boolean> {
  const one = await moves.lock(tx, reference, null);
  if (!one) return false;
  if (to === 'arrived' && one.state === 'approved') await moves.step(tx, 'system', one, 'posted');
  if (!canReturnMove(one.state, to)) return false;
  await moves.step(tx, 'system', one, to);
  return true;
}
