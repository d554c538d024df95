import { Text, Texts } from '@choxa/platform';

export class PeriodsDto {
  @Texts({ max: 400 }) data: string[];
  @Text({ optional: true }) next: string | null;
}
