import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Database, platformProblem, sql, Trail, type Actor } from '@choxa/platform';
import { areaOf } from '../scope/area.rules.js';
import { reachParams, WHOLE_IN_REACH } from './reach.js';

/** Hands out the frames that samples were drawn from, to officials who may see all of their area. */
@Injectable()
export class SampleFrames {
  constructor(
    private readonly db: Database,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `not-found`, also for a frame that reaches beyond the official's area */
  text(actor: Actor, id: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const [sample] = await sql<{ frame: Buffer }>(tx, `select frame from audit.sample where id = $3 and ${WHOLE_IN_REACH}`, [
        ...reachParams(areaOf(actor)),
        id,
      ]);
      if (!sample) throw platformProblem('not-found');
      await this.trail.record(tx, actor, { action: 'sample.frame-exported', subjectKind: 'sample', subjectId: id });
      return (await promisify(gunzip)(sample.frame)).toString();
    });
  }
}
