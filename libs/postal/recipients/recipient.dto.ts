import { Flag, Instant, ListOf, OneOf, SomeOf, Text } from '@choxa/platform';
import { CLAIM_KINDS, type ClaimKind } from '../claims/claim.rules.js';
import { DELIVER_TO } from '../parcels/staff-parcel.dto.js';
import { PARCEL_PARTIES, type ParcelParty } from './parcel-code.entity.js';

export class CounterDto {
  @Text() code: string;
  @Text() name: string;
  @Text() communeName: string;
}

/** What may be asked of a parcel now. */
export class ParcelOptionsDto {
  @Flag() mayRedirect: boolean;
  @ListOf(() => CounterDto, { description: 'Counters to which it may be taken instead' }) counters: CounterDto[];
  @Instant({ optional: true, description: 'Until then the recipient may say that a delivery did not happen' }) disputeUntil: string | null;
  @Flag({ description: 'The recipient has said so, or the delivery was looked at' }) disputed: boolean;
  @SomeOf(CLAIM_KINDS, { description: 'What compensation may be asked for' }) claimKinds: ClaimKind[];
}

export class ParcelCodeRequestDto {
  @OneOf(PARCEL_PARTIES, { optional: true, description: 'To whose telephone; the recipient’s when absent' }) party?: ParcelParty;
}

export class DisputeDto {
  @Text({ min: 4, max: 12, description: 'Sent to the recipient’s telephone' }) code: string;
  @Text({ min: 2, max: 500, description: 'What happened' }) words: string;
}

export class RedirectionDto {
  @Text({ min: 4, max: 12, description: 'Sent to the recipient’s telephone' }) code: string;
  @OneOf(DELIVER_TO, { description: 'office: kept at a counter' }) kind: (typeof DELIVER_TO)[number];
  @Text({ optional: true, max: 300, description: 'With kind address: house and street in the same commune' }) street?: string;
  @Text({ optional: true, max: 40, description: 'With kind office: code of a counter' }) officeCode?: string;
}

export class ClaimByCodeDto {
  @Text({ min: 4, max: 12, description: 'Sent to the telephone of who complains' }) code: string;
  @OneOf(PARCEL_PARTIES) party: ParcelParty;
  @OneOf(CLAIM_KINDS) kind: ClaimKind;
  @Text({ min: 2, max: 1000, description: 'What happened' }) words: string;
}
