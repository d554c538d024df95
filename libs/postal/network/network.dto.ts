import { Day, Instant, Int, ListOf, Nested, OneOf, PageQuery, Text, Texts, Uuid } from '@choxa/platform';
import { OFFICE_KINDS, type OfficeKind } from '../offices/office.entity.js';
import type { Path } from './path.rules.js';

export class LegEndDto {
  @Uuid() id: string;
  @Text() code: string;
  @Text() name: string;
  @OneOf(OFFICE_KINDS) kind: OfficeKind;
}

export class LegDto {
  @Uuid() id: string;
  @Nested(() => LegEndDto) fromOffice: LegEndDto;
  @Nested(() => LegEndDto) toOffice: LegEndDto;
  @Texts({ description: 'Local times of day, HH:MM' }) departs: string[];
  @Int() travelMinutes: number;
  @Int({ description: 'A bag is closed so long before' }) cutOffMinutes: number;
  @Day() validFrom: string;
  @Day({ optional: true, description: 'First day on which it no longer runs' }) validTo: string | null;
}

export class LegsDto {
  @ListOf(() => LegDto) data: LegDto[];
  @Text({ optional: true }) next: string | null;
}

export class LegsQuery extends PageQuery {
  @Uuid({ optional: true, description: 'Legs that begin or end there' }) office?: string;
}

export class DepartureDto {
  @Text({ pattern: /^([01][0-9]|2[0-3]):[0-5][0-9]$/, example: '17:00' }) at: string;
}

export class AddLegDto {
  @Uuid() fromOfficeId: string;
  @Uuid() toOfficeId: string;
  @ListOf(() => DepartureDto, { min: 1, max: 48 }) departures: DepartureDto[];
  @Int({ min: 1, max: 20_160 }) travelMinutes: number;
  @Int({ min: 0, max: 1_440, description: 'A bag is closed so long before' }) cutOffMinutes: number;
  @Day() validFrom: string;
}

export class EndLegDto {
  @Day({ description: 'First day on which it no longer runs' }) validTo: string;
}

export class LayHubAndSpokeDto {
  @Uuid({ optional: true, description: 'The only operator of the caller unless told' }) operatorId?: string;
  @Texts({ max: 20, maxLength: 36, description: 'Ids of the hubs that serve a region' }) regionHubIds: string[];
  @Day() validFrom: string;
}

export class LaidDto {
  @Int() legs: number;
}

export class PathQuery {
  @Uuid() from: string;
  @Uuid() to: string;
  @Instant({ optional: true, description: 'When the parcel is ready; now unless told' }) at?: string;
}

export class HopDto {
  @Uuid() fromOfficeId: string;
  @Uuid() toOfficeId: string;
  @Text() fromOfficeName: string;
  @Text() toOfficeName: string;
  @Instant() departsAt: string;
  @Instant() arrivesAt: string;
}

export class PathDto {
  @ListOf(() => HopDto) legs: HopDto[];
  @Instant() arrivesAt: string;
  @Instant() promisedAt: string;
}

export function toPathDto(path: Path, names: ReadonlyMap<string, string>): PathDto {
  return {
    legs: path.legs.map(({ fromOfficeId, toOfficeId, departsAt, arrivesAt }) => ({
      fromOfficeId,
      toOfficeId,
      fromOfficeName: names.get(fromOfficeId) ?? '',
      toOfficeName: names.get(toOfficeId) ?? '',
      departsAt: departsAt.toISOString(),
      arrivesAt: arrivesAt.toISOString(),
    })),
    arrivesAt: path.arrivesAt.toISOString(),
    promisedAt: path.promisedAt.toISOString(),
  };
}
