import type { INestApplicationContext } from '@nestjs/common';
import { addDays, localDay } from '@choxa/standards';
import { Households } from '@choxa/households';
import { NewDelegation } from '@choxa/identity';
import { SetStock } from '@choxa/orders';
import { Actor, Database, type Clock } from '@choxa/platform';

/** The household lets the clerk act for it, and the stock of one of its packs is put right in its name, so that both sides have something to see. */
export async function seedDelegation(
  app: INestApplicationContext,
  { actor: owner, householdId: id }: { actor: Actor; householdId: string },
  packId: string,
  clerk: Actor,
  clock: Clock,
): Promise<void> {
  const newDelegation = app.get(NewDelegation, { strict: false });
  const delegation = await app.get(Database).transaction(async (tx) => {
    const { name } = (await app.get(Households, { strict: false }).byIds(tx, [id])).get(id)!;
    const sides = { clerkId: clerk.accountId, member: { id: owner.accountId }, household: { id, name } };
    const asked = await newDelegation.ask(tx, owner, sides, {
      duties: ['products', 'labels', 'orders'],
      until: addDays(localDay(clock.now()), 180),
    });
    await newDelegation.confirm(tx, owner, asked);
    return asked;
  });
  const { accountId, name: clerkName, phone, grants, sessionId } = clerk;
  const handedOver = { role: 'household', scopeKind: 'household', scopeId: id } as const;
  const onBehalf = { householdId: id, delegationId: delegation.id };
  const acting = new Actor(accountId, clerkName, phone, [...grants, handedOver], sessionId, onBehalf);
  await app.get(SetStock, { strict: false }).run(acting, packId, 500);
}
