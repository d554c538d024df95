import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An order line that went back to its household. Kept by itself, because the news of a return may overtake the news of its delivery. */
@Entity({ schema: 'audit', name: 'line_return' })
export class LineReturnEntity {
  @PrimaryColumn('uuid', { name: 'line_id' })
  lineId: string;

  @Column('timestamptz', { name: 'returned_at' })
  returnedAt: Date;
}
