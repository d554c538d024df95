import { Instant, Int, ListOf, Text } from '@choxa/platform';

const QUARTER = { pattern: /^[0-9]{4}-Q[1-4]$/, max: 7, example: '2026-Q3' };
const MOST = 30_000_000;

export class EnterPlatformReportDto {
  @Text({ min: 2, max: 100, description: 'Name of the platform; the same name and quarter again corrects the number' }) platform: string;
  @Text(QUARTER) quarter: string;
  @Int({ max: MOST, description: 'Households it had online' }) households: number;
  @Text({ min: 3, max: 300, description: 'Letter, publication or address that says so' }) source: string;
}

export class PlatformReportDto extends EnterPlatformReportDto {
  @Instant() enteredAt: string;
}

export class PlatformReportsDto {
  @ListOf(() => PlatformReportDto, { description: 'The newest quarter first' }) data: PlatformReportDto[];
  @Text({ optional: true }) next: string | null;
}
