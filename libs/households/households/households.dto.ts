import { PlaceDto } from '@choxa/places';
import { Instant, ListOf, Nested, OneOf, PageQuery, Text, Uuid } from '@choxa/platform';
import type { HouseholdEntity } from './household.entity.js';
import { HOUSEHOLD_STATES, type HouseholdState } from './household.rules.js';

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
  @OneOf(HOUSEHOLD_STATES) state: HouseholdState;
  @Instant() createdAt: string;
  @Instant({ optional: true }) approvedAt: string | null;
}

export class HouseholdListDto {
  @ListOf(() => HouseholdDto) data: HouseholdDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}

export class HouseholdsQuery extends PageQuery {
  @OneOf(HOUSEHOLD_STATES, { optional: true, description: 'pending unless told' }) state?: HouseholdState;
}

export class OwnHouseholdQuery {
  @Uuid({ optional: true, description: 'Needed when the account has several households' }) household?: string;
}

/** What everybody sees of an approved household: to commune level, no phone, no street (domain.md §9). */
export class PublicHouseholdDto {
  @Text() slug: string;
  @Text() name: string;
  @Text() producerName: string;
  @Nested(() => PlaceDto, { optional: true }) place: PlaceDto | null;
  @Text({ optional: true }) provinceName: string | null;
  @Instant({ description: 'When it was approved' }) since: string;
  @OneOf(HOUSEHOLD_STATES) state: HouseholdState;
}

export function toHouseholdDto(household: HouseholdEntity): HouseholdDto {
  const { id, slug, name, producerName, phone, street, provinceName, state, createdAt, approvedAt } = household;
  return {
    id,
    slug,
    name,
    producerName,
    phone,
    street,
    place: placeOf(household),
    provinceName,
    state,
    createdAt: createdAt.toISOString(),
    approvedAt: approvedAt?.toISOString() ?? null,
  };
}

/** `household` must be approved. */
export function toPublicHouseholdDto(household: HouseholdEntity): PublicHouseholdDto {
  const { slug, name, producerName, provinceName, state, approvedAt } = household;
  return { slug, name, producerName, place: placeOf(household), provinceName, since: approvedAt!.toISOString(), state };
}

function placeOf({ communeCode, communeName, communeKind, provinceCode, provinceName }: HouseholdEntity): PlaceDto | null {
  if (!communeCode) return null;
  return { code: communeCode, name: communeName!, kind: communeKind!, provinceCode: provinceCode!, provinceName: provinceName! };
}
