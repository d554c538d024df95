import { Instant, Int, ListOf, OneOf, Text } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import type { FallAlertView } from './fall-alerts.query.js';

const SHARE = { max: 6, optional: true, description: 'Percent, rounded down' };
const POINTS = { max: 7, example: '12.34', description: 'Percentage points' };

export class FallAlertDto {
  @Text({ max: 11 }) period: string;
  @Int() indicator: number;
  @OneOf(['nation', 'province']) placeKind: 'nation' | 'province';
  @Text({ description: '`VN` for the nation' }) placeCode: string;
  @Text() placeName: string;
  @Text({ ...SHARE, description: 'In the quarter before' }) shareBefore: string | null;
  @Text(SHARE) share: string | null;
  @Text(POINTS) fellPoints: string;
  @Text(POINTS) thresholdPoints: string;
  @Instant() raisedAt: string;
}

export class FallAlertsDto {
  @ListOf(() => FallAlertDto, { max: 500 }) data: FallAlertDto[];
}

export function toFallAlertDto({ raisedAt, ...alert }: FallAlertView): FallAlertDto {
  return { ...alert, raisedAt: toLocalTimestamp(raisedAt) };
}
