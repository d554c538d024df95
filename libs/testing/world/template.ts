import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate, type Lib } from '@choxa/platform';

/** A fresh database with the migrations of `libs`, cloned from a template that is made once per run. Drop it with `dropTestDatabase`. */
export async function createTestDatabase(libs: Lib[]): Promise<string> {
  const server = serverUrl();
  const name = `w_${randomBytes(8).toString('hex')}`;
  await withAdmin(server, async (admin) => {
    await admin.query('select pg_advisory_lock(1)');
    const template = await ensureTemplate(admin, server, libs);
    await admin.query(`create database ${name} template ${template}`);
  });
  return databaseUrl(server, name);
}

/** The template of these libs, made where it is missing from that of all but the last: each migration runs once per sequence of libs. */
async function ensureTemplate(admin: pg.Client, server: string, libs: Lib[]): Promise<string> {
  const template = `t_${createHash('sha256')
    .update(libs.map((lib) => `${lib.name}:${lib.migrations.map(String).join()}`).join('\n'))
    .digest('hex')
    .slice(0, 16)}`;
  const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [template]);
  if (rowCount) return template;
  const from = libs.length > 1 ? await ensureTemplate(admin, server, libs.slice(0, -1)) : 'template1';
  const making = `${template}_${randomBytes(4).toString('hex')}`;
  await admin.query(`create database ${making} template ${from}`);
  await migrate(databaseUrl(server, making), libs.slice(-1), () => {});
  await admin.query(`alter database ${making} rename to ${template}`);
  return template;
}

/** An empty database on the test server. */
export async function createEmptyDatabase(): Promise<string> {
  const name = `e_${randomBytes(8).toString('hex')}`;
  await withAdmin(serverUrl(), (admin) => admin.query(`create database ${name}`));
  return databaseUrl(serverUrl(), name);
}

export async function dropTestDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await withAdmin(serverUrl(), (admin) => admin.query(`drop database if exists ${name} with (force)`));
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is unset: run through libs/testing/jest.mjs');
  return url;
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function withAdmin<T>(server: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: databaseUrl(server, 'postgres') });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
