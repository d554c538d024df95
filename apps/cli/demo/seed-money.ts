import { randomUUID } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { ChangePayoutAccount, SendPayoutCode } from '@choxa/households';
import { ChangeCart, ConfirmPayment, PlaceOrder } from '@choxa/orders';
import { Places } from '@choxa/places';
import { Database, EventWorkers, sql, type Actor, type SettableClock } from '@choxa/platform';
import { RemitCod } from '@choxa/postal';

const HOUR_MS = 3_600_000;
/** Parcels whose cash the post has paid out; the cash of later ones is still with it. */
const REMITTED = 5;

interface Seller {
  actor: Actor;
  householdId: string;
}

/** Money in every state a household sees: an account it is paid to, a transfer that has come and one that is awaited, cash paid out by the post. */
export async function seedMoney(
  app: INestApplicationContext,
  { seller, packId, shopper, clerk }: { seller: Seller; packId: string; shopper: Actor; clerk: Actor },
  clock: SettableClock,
  until: Date,
): Promise<void> {
  const hoursAgo = (hours: number): void => clock.set(new Date(until.getTime() - hours * HOUR_MS));
  hoursAgo(30);
  await openPayoutAccount(app, seller);
  await remitCash(app, seller, clerk);
  hoursAgo(5);
  const paid = await orderByTransfer(app, packId, shopper);
  hoursAgo(2);
  await app.get(ConfirmPayment).run(seller.actor, paid);
  await orderByTransfer(app, packId, shopper);
  await app.get(EventWorkers).drain();
}

/** Of an invented holder; it takes effect a day later, as everybody's does. */
async function openPayoutAccount(app: INestApplicationContext, { actor, householdId }: Seller): Promise<void> {
  await app.get(SendPayoutCode).run(actor, householdId);
  const [message] = await sql<{ body: string }>(
    app.get(Database).read,
    `select body from platform.message where recipient = $1 and body like '%mã đổi tài khoản nhận tiền%' order by sent_at desc limit 1`,
    [actor.phone],
  );
  const code = /\b\d{6}\b/.exec(message!.body)![0];
  const account = { bankBin: '970436', accountNumber: '0500000002', holderName: 'HO MAU', code };
  await app.get(ChangePayoutAccount).run(actor, householdId, account);
}

async function remitCash(app: INestApplicationContext, { householdId }: Seller, clerk: Actor): Promise<void> {
  const parcels = await sql<{ number: string }>(
    app.get(Database).read,
    `select parcel_number as number from orders.seller_order
      where household_id = $1 and state = 'delivered' and cod_vnd > 0 order by delivered_at limit ${REMITTED}`,
    [householdId],
  );
  const numbers = parcels.map(({ number }) => number);
  await app.get(RemitCod).run(clerk, { reference: 'THUHO-MAU-1', parcels: numbers }, randomUUID());
  await app.get(EventWorkers).drain();
}

/** The seller order's id. */
async function orderByTransfer(app: INestApplicationContext, packId: string, shopper: Actor): Promise<string> {
  const cartId = await app.get(ChangeCart).add({ cartId: null, accountId: shopper.accountId }, packId, 1);
  const [commune] = app.get(Places).communes('79');
  const placed = await app.get(PlaceOrder).run({
    actor: shopper,
    cartId,
    idempotencyKey: randomUUID(),
    input: {
      recipientName: shopper.name,
      phone: shopper.phone,
      communeCode: commune!.code,
      street: 'Số 5, đường Mẫu',
      paymentMethod: 'vietqr',
    },
  });
  return (JSON.parse(placed) as { sellerOrders: { id: string }[] }).sellerOrders[0]!.id;
}
