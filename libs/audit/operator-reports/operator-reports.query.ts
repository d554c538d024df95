import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, platformProblem, type Actor, type Tx } from '@choxa/platform';
import { localDay, localQuarter, parsePeriod, periodKey, shiftPeriod, toLocalTimestamp } from '@choxa/standards';
import { readPeriod, type AuditPeriod } from '../periods/audit-period.rules.js';
import { mustBeOfNation } from '../scope/area.rules.js';
import { readingFigures } from '../scope/reading.js';
import { compareReport, faultsOf, type ComparedFigure } from './compare-report.rules.js';
import type { OperatorReportDto, OperatorReportRowDto, OperatorReportsDto } from './operator-reports.dto.js';
import { ownFigures } from './own-figures.query.js';
import { receivedVersions } from './received-versions.query.js';
import { reportDeadlines, reportStandings, type OperatorStanding } from './report-standings.query.js';
import { dueOf, isOnTime, stateOf } from './report-state.rules.js';

/** The operators' reports as the nation's officials see them: whole operators are nobody else's to judge. */
@Injectable()
export class OperatorReports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
  ) {}

  /** Every operator that has to report a quarter or has reported it, each figure beside ours: the national board. @throws Problem `not-found` */
  async list(actor: Actor, quarter: string | undefined): Promise<OperatorReportsDto> {
    mustBeOfNation(actor);
    const { period, asOf } = this.asked(quarter);
    return readingFigures(this.db, async (tx) => {
      const due = dueOf(period.key, await reportDeadlines(tx));
      const own = await ownFigures(tx, period, asOf, this.places);
      const data: OperatorReportRowDto[] = [];
      for (const standing of await reportStandings(tx, period)) {
        const [latest] = await receivedVersions(tx, standing.operatorCode, period.key);
        data.push(toRow(standing, due.dueOn, compareReport(latest?.figures ?? [], own.get(standing.operatorCode) ?? new Map())));
      }
      return { quarter: period.key, ...due, asOf: toLocalTimestamp(asOf), data, next: null };
    });
  }

  /** One operator's report with its versions. @throws Problem `not-found`, also for a version that was never received */
  async one(actor: Actor, operatorCode: string, quarter: string | undefined, version: number | undefined): Promise<OperatorReportDto> {
    mustBeOfNation(actor);
    const { period, asOf } = this.asked(quarter);
    return readingFigures(this.db, async (tx) => {
      const [standing] = await reportStandings(tx, period, operatorCode);
      if (!standing) throw platformProblem('not-found');
      const versions = await receivedVersions(tx, operatorCode, period.key);
      const shown = version === undefined ? versions[0] : versions.find((one) => one.version === version);
      if (version !== undefined && !shown) throw platformProblem('not-found');
      const { dueOn } = dueOf(period.key, await reportDeadlines(tx));
      const figures = shown?.compared ?? compareReport(shown?.figures ?? [], await this.ownOf(tx, period, asOf, operatorCode));
      return {
        operatorCode,
        operatorName: standing.operatorName,
        quarter: period.key,
        dueOn,
        state: stateOf(standing, dueOn),
        version: shown?.version ?? null,
        open: shown !== undefined && shown === versions[0] && shown.verdict === null,
        comparedAt: toLocalTimestamp(shown?.answeredAt ?? asOf),
        figures,
        faults: shown ? faultsOf(shown.figures) : [],
        versions: versions.map(({ figures: _figures, compared: _compared, submittedAt, answeredAt, ...rest }) => ({
          ...rest,
          submittedAt: submittedAt.toISOString(),
          answeredAt: answeredAt?.toISOString() ?? null,
        })),
      };
    });
  }

  private async ownOf(tx: Tx, period: AuditPeriod, asOf: Date, operatorCode: string) {
    return (await ownFigures(tx, period, asOf, this.places)).get(operatorCode) ?? new Map();
  }

  private asked(quarter: string | undefined): { period: AuditPeriod; asOf: Date } {
    const asOf = this.clock.now();
    return { period: readPeriod(quarter ?? lastQuarter(asOf), asOf), asOf };
  }
}

/** The quarter that ended last. */
function lastQuarter(now: Date): string {
  const read = parsePeriod(localQuarter(now));
  if (!read.ok) throw new RangeError(localDay(now));
  return periodKey(shiftPeriod(read.period, -1));
}

function toRow(standing: OperatorStanding, dueOn: string, figures: ComparedFigure[]): OperatorReportRowDto {
  const { operatorCode, operatorName, due, version, submittedAt, reason, answeredAt } = standing;
  return {
    operatorCode,
    operatorName,
    due,
    state: stateOf(standing, dueOn),
    onTime: isOnTime(standing, dueOn),
    version,
    submittedAt: submittedAt?.toISOString() ?? null,
    reason,
    answeredAt: answeredAt?.toISOString() ?? null,
    figures,
  };
}
