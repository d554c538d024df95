import type { Places } from '@choxa/places';
import { sql, type Tx } from '@choxa/platform';
import { valueOf } from '../indicators/measure.rules.js';
import type { Area } from '../scope/area.rules.js';

interface FallAlertRow {
  period: string;
  indicator: number;
  placeKind: 'nation' | 'province';
  placeCode: string;
  numeratorBefore: number;
  denominatorBefore: number;
  numerator: number;
  denominator: number;
  fellHundredths: number;
  thresholdHundredths: number;
  raisedAt: Date;
}

export interface FallAlertView extends Pick<FallAlertRow, 'period' | 'indicator' | 'placeKind' | 'placeCode' | 'raisedAt'> {
  placeName: string;
  /** Percent, rounded down. */
  shareBefore: string | null;
  share: string | null;
  /** Percentage points, e.g. `12.34`. */
  fellPoints: string;
  thresholdPoints: string;
}

/** Shares that fell too far in the area, the newest quarter first, the deepest fall first in it. */
export async function fallAlerts(tx: Tx, area: Area, places: Places, limit: number): Promise<FallAlertView[]> {
  const rows = await sql<FallAlertRow>(
    tx,
    `select period, indicator, place_kind as "placeKind", place_code as "placeCode", numerator_before as "numeratorBefore",
            denominator_before as "denominatorBefore", numerator, denominator, fell_hundredths as "fellHundredths",
            threshold_hundredths as "thresholdHundredths", raised_at as "raisedAt"
       from audit.fall_alert where $1::text[] is null or (place_kind = 'province' and place_code = any($1))
      order by period desc, fell_hundredths desc, indicator, place_code limit $2`,
    [area && area.provinces, limit],
  );
  return rows.map(({ numeratorBefore, denominatorBefore, numerator, denominator, fellHundredths, thresholdHundredths, ...alert }) => ({
    ...alert,
    placeName: alert.placeKind === 'nation' ? alert.placeCode : (places.province(alert.placeCode)?.name ?? alert.placeCode),
    shareBefore: valueOf('share', numeratorBefore, denominatorBefore),
    share: valueOf('share', numerator, denominator),
    fellPoints: points(fellHundredths),
    thresholdPoints: points(thresholdHundredths),
  }));
}

const points = (hundredths: number): string => (hundredths / 100).toFixed(2);
