import { DELIVERY_PLACE_CODES, type DeliveryPlace } from '@choxa/standards';
import { PARCEL_STATES, type ParcelState } from '@choxa/postal-contract';
import { Day, Flag, Instant, Int, ListOf, Nested, OneOf, Text, Texts, Uuid, Vnd } from '@choxa/platform';
import { DELIVER_TO, PointDto } from '../parcels/staff-parcel.dto.js';
import { RUN_STATES, type RunState } from './run.entity.js';

export class RunStopDto {
  @Int({ min: 1 }) place: number;
  @Text() number: string;
  @OneOf(PARCEL_STATES) state: ParcelState;
  @Text() recipientName: string;
  @Text() recipientPhone: string;
  @Text({ max: 300 }) address: string;
  @Text() communeName: string;
  @Nested(() => PointDto, { optional: true }) point: PointDto | null;
  @OneOf(DELIVER_TO) deliverTo: (typeof DELIVER_TO)[number];
  @Vnd() codVnd: number;
  @Flag({ description: 'The recipient may look at the goods before taking them' }) inspection: boolean;
  @OneOf(DELIVERY_PLACE_CODES, { optional: true }) deliveryPlace: DeliveryPlace | null;
}

export class RunDto {
  @Uuid() id: string;
  @Uuid() officeId: string;
  @Text() name: string;
  @Day() day: string;
  @OneOf(RUN_STATES) state: RunState;
  @Flag({ description: 'The caller carries it' }) mine: boolean;
  @Instant({ optional: true }) startedAt: string | null;
  @Instant({ optional: true }) endedAt: string | null;
  @Vnd({ description: 'Cash still to collect on it' }) toCollectVnd: number;
  @ListOf(() => RunStopDto) stops: RunStopDto[];
}

export class RunsDto {
  @ListOf(() => RunDto) data: RunDto[];
  @Text({ optional: true }) next: string | null;
}

export class RunsQuery {
  @Uuid({ optional: true, description: "One of the caller's offices" }) office?: string;
}

export class RunPlanDto {
  @Uuid({ description: "One of the caller's offices" }) officeId: string;
  @Text({ min: 1, max: 60 }) name: string;
  @Texts({ max: 200, maxLength: 40, optional: true, description: 'Numbers of parcels' }) parcels?: string[] | null;
  @Texts({ max: 50, maxLength: 5, optional: true, description: 'Communes: whatever waits for a round there' }) communes?: string[] | null;
}

export class RunMadeDto {
  @Uuid() id: string;
}

export class RunStopsDto {
  @Texts({ max: 400, maxLength: 40, description: 'All parcels of the round, in the sequence to go' }) parcels: string[];
  @Flag({ optional: true, description: 'Put them in a good sequence instead' }) sorted?: boolean | null;
}

/** A commune for which parcels wait for a round. */
export class WaitingAreaDto {
  @Text() communeCode: string;
  @Text() communeName: string;
  @Int() parcels: number;
}

export class WaitingAreasDto {
  @ListOf(() => WaitingAreaDto) data: WaitingAreaDto[];
  @Text({ optional: true }) next: string | null;
}
