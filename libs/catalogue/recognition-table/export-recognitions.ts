import { Injectable } from '@nestjs/common';
import { addDays, boundsOf, localDay, localQuarter } from '@choxa/standards';
import { Clock, Database, platformProblem, Trail, type Actor } from '@choxa/platform';
import { officialProvinces } from '../recognitions/official-scope.js';
import { heldRecognitions } from './held-recognitions.query.js';
import type { RecognitionTable } from './recognition-table.rules.js';

/** The recognitions of an official's area at the end of a quarter, to be handed on. */
@Injectable()
export class ExportRecognitions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** `quarter`: the running one unless told. Throws `request.invalid` for one that has not begun. */
  async run(actor: Actor, quarter: string | undefined, format: 'csv' | 'xlsx'): Promise<RecognitionTable> {
    const now = this.clock.now();
    const key = quarter ?? localQuarter(now);
    const { from, until } = boundsOf(key);
    if (from > now)
      throw platformProblem('request.invalid', {
        errors: [{ pointer: '/quarter', code: 'quarter', detail: 'Quý này chưa bắt đầu. / This quarter has not begun.' }],
      });
    const asOf = until <= now ? addDays(localDay(until), -1) : localDay(now);
    return this.db.transaction(async (tx) => {
      const lines = await heldRecognitions(tx, officialProvinces(actor), asOf, until);
      const details = { format, asOf, rows: lines.length };
      await this.trail.record(tx, actor, { action: 'recognition.exported', subjectKind: 'recognitions', subjectId: key, details });
      return { quarter: key, asOf, lines };
    });
  }
}
