import type { INestApplicationContext } from '@nestjs/common';
import { ConfirmRecognition, DeclareRecognition, EnterRecognition, ProposeChange, RemindOfExpiry } from '@choxa/catalogue';
import { HoldTraining, Households, RecordAttendance } from '@choxa/households';
import { Accounts, Consents, RequestDeletion } from '@choxa/identity';
import { Actor, Database, sql, type SettableClock } from '@choxa/platform';
import { addDays, addMonths, localDay } from '@choxa/standards';
import { makeActor, type DemoKey } from './demo-actors.js';

/** Recognitions in every state of their way, a class with attendance, a consent and a deletion request, so that each page of theirs shows something. */
export async function seedDuties(
  app: INestApplicationContext,
  people: Record<DemoKey, Actor>,
  { actor: seller, householdId }: { actor: Actor; householdId: string },
  clock: SettableClock,
): Promise<void> {
  await seedRecognitions(app, people, seller, householdId, clock);
  await seedClass(app, people.clerk, householdId, clock);
  const db = app.get(Database);
  const consents = app.get(Consents);
  await db.transaction((tx) => consents.record(tx, seller.accountId, { purpose: 'learning-reminders', given: true, how: 'account-page' }));
  const leaving = await makeActor(db, app.get(Accounts), { phone: '+84500002999', name: 'Hồ Thị Mẫu' }, []);
  await app.get(RequestDeletion).run(leaving);
}

async function seedRecognitions(
  app: INestApplicationContext,
  people: Record<DemoKey, Actor>,
  seller: Actor,
  householdId: string,
  clock: SettableClock,
): Promise<void> {
  const today = localDay(clock.now());
  const products = await sql<{ id: string }>(
    app.get(Database).read,
    `select id from catalogue.product where household_id = $1 and state = 'published' order by slug limit 3`,
    [householdId],
  );
  const [declared, entered, ending] = products.map((product) => product.id) as [string, string, string];
  const decision = (number: string, decisionDate: string) => ({
    stars: 3,
    authority: 'UBND cấp tỉnh (mẫu)',
    decisionNumber: `${number}/QĐ-MAU`,
    decisionDate,
  });
  await app.get(DeclareRecognition).run(seller, declared, decision('901', addDays(today, -200)));
  const waiting = { ...decision('902', addDays(today, -500)), setNamed: 'Thực phẩm; nhóm theo quyết định cũ (mẫu)' };
  await app.get(EnterRecognition).run(people.officialOfNation, { productId: entered, ...waiting });
  const old = { ...decision('903', addDays(addMonths(today, -36), 45)), issuingLevel: 'district_legacy' as const };
  const { id } = await app.get(EnterRecognition).run(people.officialOfNation, { productId: ending, ...old });
  await app.get(ConfirmRecognition).run(people.officialOfProvince, id);
  await app
    .get(ProposeChange)
    .run(people.officialOfNation, id, { reason: 'Số quyết định nhập nhầm (mẫu)', wanted: { ...old, decisionNumber: '904/QĐ-MAU' } });
  await app.get(RemindOfExpiry).run();
}

async function seedClass(app: INestApplicationContext, clerk: Actor, householdId: string, clock: SettableClock): Promise<void> {
  const household = (await app.get(Households).byIds(app.get(Database).read, [householdId])).get(householdId)!;
  const id = await app.get(HoldTraining).run(clerk, {
    heldOn: addDays(localDay(clock.now()), -12),
    topic: 'Chụp ảnh và dán nhãn sản phẩm',
    place: 'Nhà văn hóa thôn (mẫu)',
    communeCode: household.communeCode!,
  });
  await app.get(RecordAttendance).run(clerk, id, householdId, true);
}
