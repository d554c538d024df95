import { Flag, Int, ListOf, OneOf, Text, Uuid, Vnd } from '@choxa/platform';
import { PARCEL_STATES, type ParcelState } from '@choxa/postal-contract';
import { AcceptanceDto, ParcelContentDto } from './staff-parcel.dto.js';

/** As many parcels as one hand-over takes. */
export const MOST_AT_ONCE = 50;
const NUMBER = '[A-Za-z0-9]{5,20}';

/** Parcel numbers with commas between. */
export function numberList(most: number) {
  return {
    min: 1,
    max: most * 21,
    pattern: new RegExp(`^${NUMBER}(,${NUMBER}){0,${most - 1}}$`),
    description: `Parcel numbers with commas between, at most ${most}`,
  };
}

export class AnnouncedParcelsQuery {
  @Text({ ...numberList(MOST_AT_ONCE), optional: true }) parcels?: string;
  @Text({ optional: true, min: 8, max: 20, description: "The sender's telephone" }) phone?: string;
  @Uuid({ optional: true, description: "One of the caller's offices" }) office?: string;
}

export class PostageStepDto {
  @Int() upToGrams: number;
  @Vnd({ description: 'With the fee for collecting cash' }) postageVnd: number;
}

/** A parcel that a sender is about to hand over, as the counter needs it. */
export class AnnouncedParcelDto {
  @Text() number: string;
  @Flag({ description: 'It was asked for by its number; the others are of the same sender' }) asked: boolean;
  @Flag({ description: 'It may be accepted' }) open: boolean;
  @OneOf(PARCEL_STATES) state: ParcelState;
  @Text() senderName: string;
  @Text() senderPhone: string;
  @Text({ description: 'Commune and province' }) senderPlace: string;
  @Text() recipientName: string;
  @Text() communeName: string;
  @Text() provinceName: string;
  @Vnd() codVnd: number;
  @Int({ description: 'As announced' }) weightGrams: number;
  @ListOf(() => PostageStepDto, { description: 'Postage by weight, lightest first; empty where no price covers the way' })
  postageSteps: PostageStepDto[];
  @ListOf(() => ParcelContentDto) contents: ParcelContentDto[];
}

export class AnnouncedParcelsDto {
  @ListOf(() => AnnouncedParcelDto) data: AnnouncedParcelDto[];
  @Text({ optional: true }) next: string | null;
}

export class ParcelToAcceptDto extends AcceptanceDto {
  @Text({ min: 5, max: 40 }) number: string;
}

export class AcceptancesDto {
  @ListOf(() => ParcelToAcceptDto, { min: 1, max: MOST_AT_ONCE }) parcels: ParcelToAcceptDto[];
}

export const ACCEPTANCE_REFUSALS = ['parcel.unknown', 'parcel.withdrawn', 'parcel.closed', 'parcel.accepted-already'] as const;
export type AcceptanceRefusal = (typeof ACCEPTANCE_REFUSALS)[number];

export class AcceptanceResultDto {
  @Text({ max: 40 }) number: string;
  @OneOf(['accepted', 'refused']) outcome: 'accepted' | 'refused';
  @Vnd({ optional: true, description: 'By the weight measured; null when refused, and where no price covers the way' })
  postageVnd: number | null;
  @OneOf(ACCEPTANCE_REFUSALS, { optional: true, description: 'Why it was refused' }) code: AcceptanceRefusal | null;
  @Text({ optional: true, max: 500, description: "More about the refusal: the sender's words" }) detail: string | null;
}

export class AcceptanceResultsDto {
  @ListOf(() => AcceptanceResultDto) results: AcceptanceResultDto[];
}

export class ReceiptsQuery {
  @Text(numberList(MOST_AT_ONCE)) parcels: string;
}
