import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an end of a parcel was declared wrong. Kept by itself, because this news may overtake the news of the end. */
@Entity({ schema: 'audit', name: 'reopened_parcel' })
export class ReopenedParcelEntity {
  @PrimaryColumn('text', { name: 'operator_code' })
  operatorCode: string;

  @PrimaryColumn('text')
  number: string;

  /** When it had ended. */
  @PrimaryColumn('timestamptz', { name: 'closed_at' })
  closedAt: Date;

  /** As of the closed parcel: what was told before it holds no more. */
  @Column('int')
  telling: number;
}
