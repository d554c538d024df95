import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { AppModule } from '@choxa/app-api';
import { Accounts, DEMO_ACCOUNTS, DEMO_PASSWORD, isStaff } from '@choxa/identity';
import { Config, Database, EventWorkers, readConfig, SettableClock } from '@choxa/platform';
import { SeedPost } from '@choxa/postal';
import { formatPhone } from '@choxa/standards';
import { makeDemoActors } from './demo/demo-actors.js';
import { historyDays } from './demo/history-days.rules.js';
import { seedAfterSale } from './demo/seed-after-sale.js';
import { seedWebhook } from './demo/seed-webhook.js';
import { seedBags } from './demo/seed-bags.js';
import { seedCounter } from './demo/seed-counter.js';
import { seedAnswers } from './demo/seed-answers.js';
import { seedAccount } from './demo/seed-account.js';
import { seedDelegation } from './demo/seed-delegation.js';
import { seedDoubts } from './demo/seed-doubts.js';
import { seedDuties } from './demo/seed-duties.js';
import { seedGoods } from './demo/seed-goods.js';
import { seedHistory } from './demo/seed-history.js';
import { seedMoney } from './demo/seed-money.js';
import { seedModeration } from './demo/seed-moderation.js';
import { seedPeriods } from './demo/seed-periods.js';
import { seedPopulation } from './demo/seed-population.js';
import { seedRemarks } from './demo/seed-remarks.js';
import { seedSamples } from './demo/seed-samples.js';
import { seedLabels } from './demo/seed-labels.js';
import { seedTraces } from './demo/seed-traces.js';
import { seedDrawer } from './demo/seed-drawer.js';
import { seedReports } from './demo/seed-reports.js';
import { seedRun } from './demo/seed-run.js';
import { seedStanding } from './demo/seed-standing.js';

/** An account printed by `npm start` in demo mode. */
export interface DemoAccount {
  /** What this person does, Vietnamese and English, e.g. `người mua / shopper`. */
  readonly who: string;
  readonly phone: string;
  /** Of staff, who sign in with password and authenticator code; null: a code in the demo inbox is enough. */
  readonly password: string | null;
}

/** Before the first order there are goods. */
const DAYS_BEFORE_ORDERS = 2;

/** True while nobody has put anything into the database but migrations. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  return !(await exists(databaseUrl, 'select 1 from identity.account limit 1'));
}

/**
 * Puts the demo data in: invented people, goods over all product sets, three operators, two quarters of history and what else an official needs to
 * close one. The database must be empty and migrated.
 */
export async function seed(databaseUrl: string, log: (line: string) => void, until = new Date()): Promise<void> {
  const days = historyDays(until);
  const clock = new SettableClock(new Date(until.getTime() - days * 86_400_000));
  const config = Object.assign(new Config(), readConfig({ ...process.env, DATABASE_URL: databaseUrl }), { workers: false, demo: true });
  mkdirSync(resolve(config.storageDir), { recursive: true });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(config, clock), { logger: false, abortOnError: false });
  try {
    const offices = await app.get(SeedPost, { strict: false }).run();
    log(`bưu cục / post offices: ${offices.length}`);
    const people = await makeDemoActors(app.get(Database), app.get(Accounts, { strict: false }), offices);
    const goods = await seedGoods(app, people, clock, log);
    await app.get(EventWorkers).drain();
    const orders = await seedHistory(app, goods, offices, people.shopper, clock, { until, days: days - DAYS_BEFORE_ORDERS }, log);
    await seedAnswers(app, goods, clock, until);
    await seedLabels(app, goods, clock, until);
    await seedTraces(app, goods, people.officialOfProvince, clock);
    const pack = goods.packs.find(({ householdKey }) => householdKey === 'da-lat')!;
    await seedDelegation(app, goods.sellers.get('da-lat')!, pack.packId, people.clerk, clock);
    await seedDuties(app, people, goods.sellers.get('da-lat')!, clock);
    await seedStanding(app, people, goods.sellers, clock);
    const parties = { seller: goods.sellers.get('da-lat')!, packId: pack.packId, shopper: people.shopper, clerk: people.clerk };
    await seedMoney(app, parties, clock, until);
    await seedModeration(app, people.officialOfNation, goods.sellers.get('da-lat')!.actor, clock);
    await seedAccount(app, goods, people.shopper);
    await seedRemarks(app, goods, orders, people.shopper, clock, until);
    await seedAfterSale(app, goods, orders, people.shopper, clock, until);
    await seedWebhook(app, people.postalManager, clock, until);
    await seedBags(app, offices, people, clock, until);
    await seedRun(app, offices, people.clerk, clock, until);
    await seedCounter(
      app,
      offices.find(({ code }) => code === 'TS-68-01')!,
      people.clerk,
      clock,
      until,
    );
    await seedDoubts(app, offices, people, clock, until);
    await seedDrawer(app, offices, people, clock, until);
    await seedReports(app, offices, people, clock, until);
    await seedPeriods(app, people, clock, until, () => seedPopulation(app, people.officialOfNation));
    await seedSamples(app, people, clock, until);
  } finally {
    await app.close();
  }
}

/** The demo accounts that exist in this database, each under its own heading, in the order to print them. */
export async function demoAccounts(databaseUrl: string): Promise<DemoAccount[]> {
  const phones = DEMO_ACCOUNTS.map((account) => account.phone);
  if (!(await exists(databaseUrl, 'select 1 from identity.account where phone = any($1)', [phones]))) return [];
  return DEMO_ACCOUNTS.map((account) => ({
    who: `${account.roleVi} / ${account.roleEn}`,
    phone: formatPhone(account.phone),
    password: isStaff(account) ? DEMO_PASSWORD : null,
  }));
}

async function exists(databaseUrl: string, query: string, params: unknown[] = []): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(query, params)).rowCount! > 0;
  } finally {
    await client.end();
  }
}

/** `npm run cli -- seed` */
export async function run(_args: string[]): Promise<void> {
  const { withDatabase } = await import('./start/with-database.js');
  await withDatabase((url) => seed(url, console.log));
}
