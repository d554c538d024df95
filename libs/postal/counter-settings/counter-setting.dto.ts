import { Flag, Text, Uuid } from '@choxa/platform';

const GS1_PREFIX = { optional: true, max: 12, pattern: /^\d{4,12}$/, description: 'GS1 company prefix: with it bags are numbered by SSCC' };
const PHONE_ON_LABEL = 'Labels carry telephones in full; else their last three digits';

export class CounterSettingDto {
  @Text(GS1_PREFIX) gs1Prefix: string | null;
  @Flag({ description: PHONE_ON_LABEL }) phoneOnLabel: boolean;
}

export class DecideCounterSettingDto {
  @Uuid({ optional: true, description: 'The only operator of the caller unless told' }) operatorId?: string;
  @Text(GS1_PREFIX) gs1Prefix?: string | null;
  @Flag({ description: PHONE_ON_LABEL }) phoneOnLabel: boolean;
}

export class CounterSettingQuery {
  @Uuid({ optional: true, description: 'The only operator of the caller unless told' }) operator?: string;
}
