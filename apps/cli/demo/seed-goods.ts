import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import sharp from 'sharp';
import { AddImage, AddPack, ConfirmRecognition, CreateProduct, EnterRecognition, motifSvg, PublishProduct } from '@choxa/catalogue';
import { Accounts } from '@choxa/identity';
import { AddDocument, ApproveHousehold, RegisterHousehold, requireOwnHousehold } from '@choxa/households';
import { AllotBarcode, MakeLot, RecordTraceEvent } from '@choxa/labelling';
import { SetStock } from '@choxa/orders';
import { Actor, Database, type SettableClock } from '@choxa/platform';
import { addDays, findProductSet, gtinFromPrefix, localDay } from '@choxa/standards';
import type { DemoKey } from './demo-actors.js';
import { makeActor } from './demo-actors.js';
import { DEMO_SOLD_OUT, DEMO_STANDARD, DEMO_TAKEN_DOWN, type DemoGood } from './goods/demo-good.js';
import { DEMO_GOODS } from './goods/demo-goods.js';
import { DEMO_HOUSEHOLDS } from './demo-households.js';

/** A pack of the demo that can be ordered. */
export interface SeededPack {
  packId: string;
  householdKey: string;
  /** 14 digits of its barcode, where it has one. */
  number14: string | null;
  productId: string;
  good: DemoGood;
}

export interface SeededGoods {
  packs: SeededPack[];
  /** Those and what is never ordered in the demo: services and animals. */
  listed: SeededPack[];
  /** Seller by household key, and the household's id. */
  sellers: Map<string, { actor: Actor; householdId: string }>;
}

// 952 is GS1's prefix for demonstrations and examples: no number made from it is anybody's.
const DEMO_COMPANY_PREFIX = '9521234';
const STOCK = 400;
const NEVER_ORDERED = [DEMO_TAKEN_DOWN, DEMO_SOLD_OUT];

/** Registers the invented households and lists their goods through the same use cases a person goes through. */
export async function seedGoods(
  app: INestApplicationContext,
  people: Record<DemoKey, Actor>,
  clock: SettableClock,
  log: (line: string) => void,
) {
  const sellers = await seedHouseholds(app, people);
  const pictures = await drawPictures(log);
  const packs: SeededPack[] = [];
  for (const [index, good] of DEMO_GOODS.entries()) {
    const seller = sellers.get(good.household)!;
    packs.push(await seedGood(app, good, index, seller.actor, people, pictures[index]!, clock));
    if ((index + 1) % 20 === 0) log(`sản phẩm / products: ${index + 1}/${DEMO_GOODS.length}`);
  }
  const orderable = packs.filter(
    ({ good }) => !findProductSet(good.set)!.service && good.set !== '25' && !NEVER_ORDERED.includes(good.name),
  );
  return { packs: orderable, listed: packs, sellers } satisfies SeededGoods;
}

async function seedHouseholds(app: INestApplicationContext, people: Record<DemoKey, Actor>) {
  const [db, accounts, register, approve] = [app.get(Database), app.get(Accounts), app.get(RegisterHousehold), app.get(ApproveHousehold)];
  const sellers: SeededGoods['sellers'] = new Map();
  for (const [index, { key, name, person, commune, street }] of DEMO_HOUSEHOLDS.entries()) {
    const phone = index === 0 ? people.household.phone : `+8450000${String(1000 + index)}`;
    const founder = index === 0 ? people.household : await makeActor(db, accounts, { phone, name: person }, []);
    const household = await register.run(founder, { name, communeCode: commune, street, producerName: person });
    await approve.run(people.officialOfNation, household.id);
    const grants = [{ role: 'household', scopeKind: 'household', scopeId: household.id } as const];
    sellers.set(key, { actor: new Actor(founder.accountId, person, phone, grants, founder.sessionId), householdId: household.id });
  }
  return sellers;
}

/** A drawn picture per product, several at a time. */
async function drawPictures(log: (line: string) => void): Promise<Buffer[]> {
  log(`vẽ ${DEMO_GOODS.length} hình sản phẩm / drawing product pictures`);
  const pictures: Buffer[] = [];
  const waiting = [...DEMO_GOODS.entries()];
  const draw = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, good] = next;
      pictures[index] = await sharp(Buffer.from(motifSvg(good.set, good.name)))
        .png({ compressionLevel: 1 })
        .toBuffer();
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, cpus().length) }, draw));
  return pictures;
}

async function seedGood(
  app: INestApplicationContext,
  good: DemoGood,
  index: number,
  seller: Actor,
  people: Record<DemoKey, Actor>,
  picture: Buffer,
  clock: SettableClock,
): Promise<SeededPack> {
  const set = findProductSet(good.set)!;
  if (set.needsLicence) {
    const paper = { kind: 'licence', setCode: good.set, number: `GP-MAU-${100 + index}` } as const;
    await app.get(AddDocument).run(seller, requireOwnHousehold(seller), paper, picture);
  }
  const care = good.label ?? 'full';
  const { product, packId } = await app.get(CreateProduct).run(seller, {
    name: good.name,
    setCode: good.set,
    description: good.description,
    brandName: good.brand ?? null,
    standards: care === 'bare' ? null : DEMO_STANDARD,
    shelfLifeDays: good.shelfLifeDays ?? null,
    storageAdvice: good.storage ?? null,
    allergens: good.allergens ?? (set.food && care !== 'bare' ? [] : null),
    licenceNumber: set.needsLicence ? `GP-MAU-${100 + index}` : null,
    pack: {
      netContentValue: good.content[0],
      netContentUnit: good.content[1],
      priceVnd: good.priceVnd,
      weightGrams: good.weightGrams,
      stock: STOCK,
    },
  });
  for (const [netContentValue, netContentUnit, priceVnd] of good.more ?? []) {
    const id = randomUUID();
    await app.get(AddPack).run(seller, product.id, { id, netContentValue, netContentUnit, priceVnd, stock: STOCK / 10 });
    await seedLabel(app, { ...good, barcode: 'internal' }, index, seller, id, clock);
  }
  await app.get(AddImage).run(seller, product.id, picture);
  const number14 = await seedLabel(app, good, index, seller, packId, clock);
  if (good.stars) await seedRecognition(app, product.id, index, good.stars, people, clock);
  await app.get(PublishProduct).run(seller, product.id);
  if (good.name === DEMO_SOLD_OUT) await app.get(SetStock, { strict: false }).run(seller, packId, 0);
  return { packId, householdKey: good.household, number14, productId: product.id, good };
}

async function seedLabel(app: INestApplicationContext, good: DemoGood, index: number, seller: Actor, packId: string, clock: SettableClock) {
  const care = good.label ?? 'full';
  if (findProductSet(good.set)!.service || care === 'bare') return null;
  let number14: string | null = null;
  if (care !== 'no-barcode') {
    const barcode =
      good.barcode === 'gtin'
        ? { kind: 'gtin' as const, number: gtinFromPrefix(DEMO_COMPANY_PREFIX, index), companyPrefix: DEMO_COMPANY_PREFIX }
        : { kind: 'internal' as const };
    number14 = (await app.get(AllotBarcode).run(seller, packId, barcode)).number;
  }
  if (care === 'no-lot') return number14;
  await seedLot(app, good, seller, packId, clock);
  return number14;
}

/** A lot made six days ago, with its two first steps. */
export async function seedLot(app: INestApplicationContext, good: DemoGood, seller: Actor, packId: string, clock: SettableClock) {
  const grown = Number(good.set) <= 3;
  const producedOn = addDays(localDay(clock.now()), -6);
  const lot = await app.get(MakeLot).run(seller, packId, { producedOn, producedKind: grown ? 'harvest' : 'production', quantity: 500 });
  for (const [step, daysAgo] of [
    [grown ? 'harvesting' : 'processing', 6],
    ['packing', 4],
  ] as const)
    await app.get(RecordTraceEvent).run(seller, lot.id, { step, occurredAt: new Date(clock.now().getTime() - daysAgo * 86_400_000) });
}

async function seedRecognition(
  app: INestApplicationContext,
  productId: string,
  index: number,
  stars: number,
  people: Record<DemoKey, Actor>,
  clock: SettableClock,
) {
  const entered = await app.get(EnterRecognition).run(people.officialOfNation, {
    productId,
    stars,
    authority: stars === 5 ? 'Hội đồng OCOP cấp trung ương (mẫu)' : 'UBND cấp tỉnh (mẫu)',
    decisionNumber: `${index + 101}/QĐ-MAU`,
    decisionDate: addDays(localDay(clock.now()), -(40 + index * 5)),
  });
  const second = new Actor(
    people.officialOfProvince.accountId,
    people.officialOfProvince.name,
    people.officialOfProvince.phone,
    people.officialOfNation.grants,
    'seed',
  );
  await app.get(ConfirmRecognition).run(second, entered.id);
}
