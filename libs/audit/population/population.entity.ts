import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How many people live in a province, or in a commune, as a published source says. Written by officials of the nation, never guessed. */
@Entity({ schema: 'audit', name: 'population' })
@Check('population_people', 'people > 0')
@Check('population_validity', 'valid_to is null or valid_to > valid_from')
export class PopulationEntity {
  /** Of a province (two digits) or a commune (five). */
  @PrimaryColumn('text', { name: 'place_code' })
  placeCode: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom: string;

  /** First day on which it no longer holds. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  @Column('int')
  people: number;

  /** The publication it stands in. */
  @Column('text')
  basis: string;
}
