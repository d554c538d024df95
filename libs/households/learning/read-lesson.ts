import { Injectable } from '@nestjs/common';
import { Clock, Database, type Actor } from '@choxa/platform';
import type { Lesson } from './lessons.js';

/** Somebody has read a lesson; the first time counts. */
@Injectable()
export class ReadLesson {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, lesson: Lesson): Promise<void> {
    await this.db.transaction((tx) =>
      tx.query('insert into households.lesson_read (account_id, lesson, read_at) values ($1, $2, $3) on conflict do nothing', [
        actor.accountId,
        lesson,
        this.clock.now(),
      ]),
    );
  }
}
