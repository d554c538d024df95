import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The population that held on the last day of a period, frozen with its version. */
@Entity({ schema: 'audit', name: 'population_period' })
@Check('population_period_people', 'people > 0')
@Check('population_period_version', 'version > 0')
export class PopulationPeriodEntity {
  @PrimaryColumn('text')
  period: string;

  @PrimaryColumn('int')
  version: number;

  @PrimaryColumn('text', { name: 'place_code' })
  placeCode: string;

  @Column('int')
  people: number;
}
