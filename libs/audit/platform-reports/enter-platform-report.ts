import { Injectable } from '@nestjs/common';
import { Clock, Database, sql, Trail, type Actor } from '@choxa/platform';
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

  /** The same platform and quarter again corrects the number; what stood before is in the audit trail. @throws Problem `not-found` */
  async run(actor: Actor, { platform, quarter, households, source }: EnterPlatformReportDto): Promise<void> {
    mustBeOfNation(actor);
    await this.db.transaction(async (tx) => {
      await sql(
        tx,
        `insert into audit.platform_report (platform, quarter, households, source, entered_at) values ($1, $2, $3, $4, $5)
         on conflict (platform, quarter) do update set households = excluded.households, source = excluded.source, entered_at = excluded.entered_at`,
        [platform, quarter, households, source, this.clock.now()],
      );
      const details = { quarter, households, source };
      await this.trail.record(tx, actor, { action: 'platform-report.entered', subjectKind: 'platform', subjectId: platform, details });
    });
  }
}
