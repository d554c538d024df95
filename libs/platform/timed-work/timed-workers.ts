import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Config } from '../config/config.js';
import { logger } from '../logging/logger.js';
import { EVERY, type TimedWork } from './every.js';

/** Finds every `@Every` class of the process and, unless told otherwise, calls it in its rhythm. A failure is logged and tried at the next beat. */
@Injectable()
export class TimedWorkers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly beats: NodeJS.Timeout[] = [];
  private readonly running = new Map<string, Promise<void>>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.workers) return;
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const seconds = metatype && (Reflect.getMetadata(EVERY, metatype) as number | undefined);
      if (!seconds || !instance) continue;
      const beat = (): void => this.beat(metatype.name, instance as TimedWork);
      beat();
      this.beats.push(setInterval(beat, seconds * 1000).unref());
    }
  }

  /** One still at work skips its beat. */
  private beat(name: string, work: TimedWork): void {
    if (this.running.has(name)) return;
    const done = work
      .run()
      .then(() => undefined)
      .catch((error: unknown) => logger.warn({ err: error, work: name }, 'timed work failed, to be tried again'))
      .finally(() => this.running.delete(name));
    this.running.set(name, done);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const beat of this.beats) clearInterval(beat);
    await Promise.all(this.running.values());
  }
}
