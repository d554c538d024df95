import { PlaceDto } from '@choxa/places';
import { Day, Flag, Instant, ListOf, Nested, OneOf, PageQuery, Text, Uuid } from '@choxa/platform';
import type { HouseholdEntity } from './household.entity.js';
import {
  closedUntilOn,
  HOUSEHOLD_KINDS,
  HOUSEHOLD_STATES,
  publishedRegistrationNumber,
  type HouseholdKind,
  type HouseholdState,
} from './household.rules.js';

export class RegisterHouseholdDto {
  @Text({ min: 2, max: 120, example: 'Hộ Trần Văn Bền' }) name: string;

  @Text({ max: 30, optional: true, description: "The account's own phone where none is given" }) phone?: string;

  @Text({ min: 5, max: 5, pattern: /^[0-9]{5}$/, description: 'Code of the commune, five digits', example: '29236' }) communeCode: string;

  @Text({ min: 1, max: 200, description: 'House, road, hamlet' }) street: string;

  @Text({
    min: 2,
    max: 160,
    optional: true,
    description: "Who makes the goods, as labels print it; the household's name where none is given",
  })
  producerName?: string;
}

export class EditProfileDto {
  @Text({ min: 2, max: 120, optional: true }) name?: string;
  @Text({ min: 2, max: 160, optional: true, description: 'Who makes the goods, as labels print it' }) producerName?: string;
  @Text({ max: 30, optional: true }) phone?: string;
  @Text({ min: 1, max: 200, optional: true, description: 'House, road, hamlet' }) street?: string;
  @OneOf(HOUSEHOLD_KINDS, { optional: true }) kind?: HouseholdKind;
  @Text({ max: 40, optional: true, description: 'On the registration paper of a business, cooperative or firm; empty takes it away' })
  registrationNumber?: string;
  @Flag({ optional: true, description: 'Everybody may see the street' }) publishStreet?: boolean;
  @Flag({ optional: true, description: 'Whoever gets a parcel may look at the goods before taking them' }) inspection?: boolean;
}

export class ClosureDto {
  @Day({ description: 'First day without sales' }) fromOn: string;
  @Day({ description: 'Last day without sales' }) untilOn: string;
  @Text({ max: 200, optional: true, description: 'What shoppers read beside it' }) note?: string | null;
}

/** What the household itself and those who decide about it see. */
export class HouseholdDto {
  @Uuid() id: string;
  @Text() slug: string;
  @Text() name: string;
  @Text() producerName: string;
  @Text({ optional: true, description: 'E.164' }) phone: string | null;
  @Text({ optional: true }) street: string | null;
  @Nested(() => PlaceDto, { optional: true, description: 'Null while the commune of an imported household is unknown' })
  place: PlaceDto | null;
  @Text({ optional: true }) provinceName: string | null;
  @OneOf(HOUSEHOLD_KINDS) kind: HouseholdKind;
  @Text({ optional: true }) registrationNumber: string | null;
  @Flag({ description: 'Everybody may see the street' }) publishStreet: boolean;
  @Flag({ description: 'Whoever gets a parcel may look at the goods before taking them' }) inspection: boolean;
  @OneOf(HOUSEHOLD_STATES) state: HouseholdState;
  @Nested(() => ClosureDto, { optional: true, description: 'The next or present one, or the last one past' }) closure: ClosureDto | null;
  @Instant() createdAt: string;
  @Instant({ optional: true }) approvedAt: string | null;
}

export class HouseholdListDto {
  @ListOf(() => HouseholdDto) data: HouseholdDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export class HouseholdsQuery extends PageQuery {
  @OneOf(HOUSEHOLD_STATES, { optional: true, description: 'pending unless told' }) state?: HouseholdState;
  @Text({ max: 120, optional: true, description: 'Part of a name, with or without accents' }) q?: string;
}

export class OwnHouseholdQuery {
  @Uuid({ optional: true, description: 'Needed when the account has several households' }) household?: string;
}

/** What everybody sees of an approved household: no phone, and no street unless it agreed to that (domain.md §9). */
export class PublicHouseholdDto {
  @Text() slug: string;
  @Text() name: string;
  @Text() producerName: string;
  @Nested(() => PlaceDto, { optional: true }) place: PlaceDto | null;
  @Text({ optional: true }) provinceName: string | null;
  @OneOf(HOUSEHOLD_KINDS) kind: HouseholdKind;
  @Text({ optional: true, description: 'Of a registered business' }) registrationNumber: string | null;
  @Text({ optional: true, description: 'Only where the household agreed' }) street: string | null;
  @Day({ optional: true, description: 'Last day of the closure it is in' }) closedUntil: string | null;
  @Text({ optional: true }) closedNote: string | null;
  @Instant({ description: 'When it was approved' }) since: string;
  @OneOf(HOUSEHOLD_STATES) state: HouseholdState;
}

export function toHouseholdDto(household: HouseholdEntity): HouseholdDto {
  const { id, slug, name, producerName, phone, street, provinceName, kind, registrationNumber, publishStreet, state } = household;
  const { inspection, createdAt, approvedAt } = household;
  return {
    id,
    slug,
    name,
    producerName,
    phone,
    street,
    place: placeOf(household),
    provinceName,
    kind,
    registrationNumber,
    publishStreet,
    inspection,
    state,
    closure: closureOf(household),
    createdAt: createdAt.toISOString(),
    approvedAt: approvedAt?.toISOString() ?? null,
  };
}

/** `household` must be approved; `today` is the day in Vietnam. */
export function toPublicHouseholdDto(household: HouseholdEntity, today: string): PublicHouseholdDto {
  const { slug, name, producerName, provinceName, kind, state, approvedAt } = household;
  const closedUntil = closedUntilOn(household, today);
  return {
    slug,
    name,
    producerName,
    place: placeOf(household),
    provinceName,
    kind,
    registrationNumber: publishedRegistrationNumber(household),
    street: household.publishStreet ? household.street : null,
    closedUntil,
    closedNote: closedUntil && household.closedNote,
    since: approvedAt!.toISOString(),
    state,
  };
}

function closureOf({ closedFrom, closedUntil, closedNote }: HouseholdEntity): ClosureDto | null {
  return closedFrom && closedUntil ? { fromOn: closedFrom, untilOn: closedUntil, note: closedNote } : null;
}

function placeOf({ communeCode, communeName, communeKind, provinceCode, provinceName }: HouseholdEntity): PlaceDto | null {
  if (!communeCode) return null;
  return { code: communeCode, name: communeName!, kind: communeKind!, provinceCode: provinceCode!, provinceName: provinceName! };
}
