import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import type { ReportedIndicator } from '@choxa/postal-contract';
import { Clock, sql, type Tx } from '@choxa/platform';
import type { DraftFigureDto } from './quarter-report.dto.js';
import { quarterFigures } from './quarter-figures.query.js';

interface Correction {
  indicator: ReportedIndicator;
  numerator: number;
  denominator: number | null;
  reason: string;
}

/** What would be reported now: the figures of the data, and over them what the operator corrected. */
@Injectable()
export class QuarterDrafts {
  constructor(
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, operatorId: string, quarter: string): Promise<DraftFigureDto[]> {
    const computed = await quarterFigures(tx, this.places, operatorId, quarter, this.clock.now());
    const corrections = await sql<Correction>(
      tx,
      'select indicator, numerator, denominator, reason from postal.quarter_correction where operator_id = $1 and quarter = $2',
      [operatorId, quarter],
    );
    return computed.map(({ indicator, numerator, denominator }) => {
      const correction = corrections.find((one) => one.indicator === indicator);
      const reported = correction ?? { numerator, denominator, reason: null };
      return {
        indicator,
        computedNumerator: numerator,
        computedDenominator: denominator,
        numerator: reported.numerator,
        denominator: reported.denominator,
        reason: reported.reason,
      };
    });
  }
}
