import { Day, Flag, Int, ListOf, Text } from '@choxa/platform';

const MOST_PEOPLE = 200_000_000;
const PLACE = { pattern: /^(\d{2}|\d{5})$/, max: 5, description: 'Code of a province (two digits) or a commune (five)' };

export class PeopleDto {
  @Text(PLACE) code: string;
  @Int({ min: 1, max: MOST_PEOPLE }) people: number;
}

export class EnterPopulationDto {
  @Day({ description: 'First day from which the numbers hold' }) validFrom: string;
  @Text({ min: 3, max: 300, description: 'The publication they stand in' }) basis: string;
  @ListOf(() => PeopleDto, { min: 1, max: 4000 }) places: PeopleDto[];
}

export class PlacePopulationDto extends PeopleDto {
  @Text({ max: 200 }) name: string;
  @Day() validFrom: string;
  @Text({ max: 300 }) basis: string;
}

export class PopulationsDto {
  @ListOf(() => PlacePopulationDto, { max: 10_000, description: 'The latest number of each place, provinces first' })
  data: PlacePopulationDto[];
  @Text({ optional: true }) next: string | null;
  @Int({ description: 'Provinces without a number' }) provincesMissing: number;
  @Flag({ description: 'Whether the caller may enter numbers' }) mayEnter: boolean;
}
