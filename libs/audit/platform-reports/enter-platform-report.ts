import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { sameVietnamese } from '@choxa/standards';
import { readPeriod } from '../periods/audit-period.rules.js';
import { mustBeOfNation } from '../scope/area.rules.js';
import type { EnterPlatformReportDto } from './platform-reports.dto.js';

/** An official of the nation enters how many households another platform had online in a quarter, with the source. */
@Injectable()
export class EnterPlatformReport {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /**
   * The same platform, however its name is typed, and quarter again corrects the number; what stood before is in the audit trail.
   *
   * @throws Problem `not-found`, `period.unknown`, `request.invalid` for a quarter that has not begun
   */
  async run(actor: Actor, { platform: typed, quarter, households, source }: EnterPlatformReportDto): Promise<void> {
    mustBeOfNation(actor);
    const now = this.clock.now();
    if (readPeriod(quarter, now).from > now)
      throw platformProblem('request.invalid', {
        errors: [{ pointer: '/quarter', code: 'quarter', detail: 'Quý này chưa bắt đầu. / This quarter has not begun.' }],
      });
    await this.db.transaction(async (tx) => {
      const platform = await knownAs(tx, typed);
      await sql(
        tx,
        `insert into audit.platform_report (platform, quarter, households, source, entered_at) values ($1, $2, $3, $4, $5)
         on conflict (platform, quarter) do update set households = excluded.households, source = excluded.source, entered_at = excluded.entered_at`,
        [platform, quarter, households, source, now],
      );
      const details = { quarter, households, source };
      await this.trail.record(tx, actor, { action: 'platform-report.entered', subjectKind: 'platform', subjectId: platform, details });
    });
  }
}

/** The name under which a platform stands there already, else as it was typed. Who enters another meanwhile waits. */
async function knownAs(tx: Tx, typed: string): Promise<string> {
  await sql(tx, `select pg_advisory_xact_lock(hashtextextended('audit.platform_report', 0))`);
  const names = await sql<{ platform: string }>(tx, 'select distinct platform from audit.platform_report');
  return names.find(({ platform }) => sameVietnamese(platform, typed))?.platform ?? typed;
}
