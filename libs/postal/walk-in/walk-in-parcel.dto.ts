import { Day, Flag, Int, ListOf, Nested, Text, Vnd } from '@choxa/platform';
import { DeclaredContentDto, PartyDto } from '../senders/sent-parcel.dto.js';

const OFFICE = { min: 1, max: 60, description: "Id or code of one of the caller's offices" };
const COMMUNE = { pattern: /^\d{5}$/, example: '24778' };
const WEIGHT = { min: 1, max: 100_000, description: 'As weighed' };

/** A parcel that somebody brings to a counter without having announced it. */
export class WalkInParcelDto {
  @Text(OFFICE) office: string;
  @Nested(() => PartyDto) sender: PartyDto;
  @Nested(() => PartyDto) recipient: PartyDto;
  @Int(WEIGHT) weightGrams: number;
  @Vnd({ max: 100_000_000, description: 'Cash to collect from the recipient, whole đồng; 0 for none' }) codVnd: number;
  @ListOf(() => DeclaredContentDto, { min: 1, max: 200 }) contents: DeclaredContentDto[];
  @Flag({ optional: true, description: 'The recipient may look at the goods before taking them' }) inspection?: boolean;
  @Vnd({ description: 'Postage paid in cash; must be the whole postage, which the refusal tells' }) paidVnd: number;
}

export class WalkInPostageQuery {
  @Text(OFFICE) office: string;
  @Text({ ...COMMUNE, description: "Code of the sender's commune" }) fromCommuneCode: string;
  @Text({ ...COMMUNE, description: "Code of the recipient's commune" }) toCommuneCode: string;
  @Int(WEIGHT) weightGrams: number;
  @Vnd({ max: 100_000_000, optional: true, description: 'Cash to collect; none unless told' }) codVnd?: number;
}

export class WalkInPostageDto {
  @Vnd({ optional: true, description: 'Null where no price covers way and weight' }) postageVnd: number | null;
  @Day({ optional: true }) promisedOn: string | null;
}
