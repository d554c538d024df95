import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Config, logger, readConfig } from '@choxa/platform';
import { Failure } from '../failure.js';

/** A path as the user means it: npm runs us in the root of the clone, wherever it was called. */
export function fromHere(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledIn } = process.env;
  return resolve(script === 'cli' && calledIn ? calledIn : '.', path);
}

/** What a command says when it was stopped in the middle, Vietnamese and English. */
type StoppedWords = readonly [vi: string, en: string];

const NOTHING_IMPORTED: StoppedWords = ['Đã dừng giữa chừng: chưa nhập gì cả.', 'Stopped half-way: nothing was imported.'];

/** Does a command's work on the migrated database with the whole application behind it; Ctrl-C in the middle leaves nothing half done. */
export async function onDatabase<T>(work: (app: INestApplicationContext) => Promise<T>, stoppedWords = NOTHING_IMPORTED): Promise<T> {
  const { withDatabase } = await import('../start/with-database.js');
  return withDatabase(async (url) => {
    const { AppModule } = await import('@choxa/app-api');
    const { migrate } = await import('../migrate.js');
    await migrate(url, (line) => process.stderr.write(`${line}\n`));
    const config = Object.assign(new Config(), readConfig({ ...process.env, DATABASE_URL: url }), { workers: false });
    mkdirSync(resolve(config.storageDir), { recursive: true });
    logger.level = 'silent'; // lost connections of a stopped command among them: the command speaks for itself
    // The whole application, so that the handlers of its events are there to be told.
    const app = await NestFactory.createApplicationContext(AppModule.forRoot(config), { logger: false, abortOnError: false });
    const stopped = new AbortController();
    const stop = (): void => stopped.abort();
    process.once('SIGINT', stop).once('SIGTERM', stop);
    try {
      return await work(app);
    } catch (error) {
      if (!stopped.signal.aborted) throw error;
      throw new Failure(...stoppedWords);
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      await app.close();
    }
  });
}
