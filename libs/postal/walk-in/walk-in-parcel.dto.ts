import { Flag, Int, ListOf, Nested, Text, Vnd } from '@choxa/platform';
import { DeclaredContentDto, PartyDto } from '../senders/sent-parcel.dto.js';

/** A parcel that somebody brings to a counter without having announced it. */
export class WalkInParcelDto {
  @Text({ min: 1, max: 60, description: "Id or code of one of the caller's offices" }) office: string;
  @Nested(() => PartyDto) sender: PartyDto;
  @Nested(() => PartyDto) recipient: PartyDto;
  @Int({ min: 1, max: 100_000, description: 'As weighed' }) weightGrams: number;
  @Vnd({ max: 100_000_000, description: 'Cash to collect from the recipient, whole đồng; 0 for none' }) codVnd: number;
  @ListOf(() => DeclaredContentDto, { min: 1, max: 200 }) contents: DeclaredContentDto[];
  @Flag({ optional: true, description: 'The recipient may look at the goods before taking them' }) inspection?: boolean;
  @Vnd({ description: 'Postage paid in cash; must be the whole postage, which the refusal tells' }) paidVnd: number;
}
