import { PARCEL_EVENT_CODES, type ParcelEventCode } from '@choxa/standards';
import { PARCEL_STATES, type ParcelState } from '@choxa/postal-contract';
import { Day, Instant, Int, ListOf, OneOf, Text } from '@choxa/platform';
import { NEXT_STEPS, TRACKING_STEPS, type NextStep, type TrackingStep } from './tracking.rules.js';

export class TrackingStepDto {
  @OneOf(TRACKING_STEPS) key: TrackingStep;
  @Instant({ optional: true }) reachedAt: string | null;
}

export class TrackingEventDto {
  @OneOf(PARCEL_EVENT_CODES) code: ParcelEventCode;
  @Instant() at: string;
  @Text() provinceName: string;
}

/** What everybody may know of a parcel: numbers can be guessed, so never a name, phone, street or amount (domain.md §9). */
export class TrackingDto {
  @Text() number: string;
  @Int({ min: 1, max: 5 }) step: number;
  @ListOf(() => TrackingStepDto) steps: TrackingStepDto[];
  @OneOf(PARCEL_STATES) status: ParcelState;
  @Instant() statusAt: string;
  @OneOf(NEXT_STEPS, { optional: true }) nextStep: NextStep | null;
  @Day({ optional: true }) expectedOn: string | null;
  @Text() fromProvince: string;
  @Text() toProvince: string;
  @ListOf(() => TrackingEventDto) events: TrackingEventDto[];
}
