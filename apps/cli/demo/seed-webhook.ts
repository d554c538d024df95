import type { INestApplicationContext } from '@nestjs/common';
import type { Actor, SettableClock } from '@choxa/platform';
import { DecideCounterSetting, RegisterWebhook } from '@choxa/postal';

const DAY_MS = 86_400_000;

/**
 * What a manager has decided: bags are numbered inside an invented GS1 prefix, and a program of the operator is told of deliveries. Its address leads
 * nowhere (RFC 2606), so the log shows tries that fail.
 */
export async function seedWebhook(app: INestApplicationContext, manager: Actor, clock: SettableClock, until: Date): Promise<void> {
  clock.set(new Date(until.getTime() - DAY_MS));
  const [operatorId] = manager.scope('operator', 'postal_manager');
  await app.get(DecideCounterSetting, { strict: false }).run(manager, operatorId!, { gs1Prefix: '95212345', phoneOnLabel: false });
  const webhook = { url: 'https://phan-mem.invalid/buu-gui', kinds: ['parcel.emi', 'parcel.rtd', 'cod.remitted'] as const };
  await app.get(RegisterWebhook, { strict: false }).run(manager, { url: webhook.url, kinds: [...webhook.kinds] });
}
