import { Day, DUTIES, Instant, Nested, SomeOf, Text, Uuid, type Duty } from '@choxa/platform';
import { HouseholdDto } from '../households/households.dto.js';

export class CounterCodeDto {
  @Text({ max: 30, description: 'A mobile number as people type it; the code goes there', example: '0912 345 678' }) phone: string;
}

export class CounterCodeSentDto {
  @Instant() expiresAt: string;
}

export class CounterRegistrationDto extends CounterCodeDto {
  @Text({ min: 6, max: 6, pattern: /^[0-9]{6}$/, description: 'Read out from the phone', example: '012345' }) code: string;
  @Text({ min: 2, max: 100, description: 'Who holds the phone and makes the goods' }) personName: string;
  @Text({ min: 2, max: 120, example: 'Hộ Trần Văn Bền' }) name: string;
  @Text({ min: 5, max: 5, pattern: /^[0-9]{5}$/, description: 'Code of the commune, five digits', example: '29236' }) communeCode: string;
  @Text({ min: 1, max: 200, description: 'House, road, hamlet' }) street: string;
  @SomeOf(DUTIES, { min: 1, description: 'What the clerk may do for the household' }) duties: Duty[];
  @Day({ description: 'Last day of that, at most a year away' }) until: string;
}

export class CounterRegisteredDto {
  @Nested(() => HouseholdDto) household: HouseholdDto;
  @Uuid() delegationId: string;
  @SomeOf(DUTIES) duties: Duty[];
}
