import { Flag, Nested, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { REPAYMENT_WAYS, type RepaymentWay } from './shortage-repayment.entity.js';

export class RepayShortageDto {
  @Uuid({ description: 'One of your offices' }) office: string;
  @Uuid({ description: 'Whose shortage it is' }) holder: string;
  @Vnd({ min: 1 }) amountVnd: number;
  @OneOf(REPAYMENT_WAYS, { description: 'cash: into the drawer; wages: kept back' }) way: RepaymentWay;
}

export class RepaymentDto {
  @Uuid() id: string;
  @Vnd() amountVnd: number;
  @OneOf(REPAYMENT_WAYS) way: RepaymentWay;
  @Text() askedByName: string;
  @Flag({ description: 'You wrote it down, so another person confirms it' }) own: boolean;
}

/** What somebody still owes of what was missing at their counts. */
export class ShortageDto {
  @Uuid() holderId: string;
  @Text({ description: 'Empty where it is not known' }) holderName: string;
  @Vnd() shortVnd: number;
  @Nested(() => RepaymentDto, { optional: true, description: 'Waits for a second person' }) waiting: RepaymentDto | null;
}
