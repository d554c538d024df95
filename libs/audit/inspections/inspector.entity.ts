import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What an official who inspected, or closed a period, is called. Apart from what he wrote, which nobody may change, so that a name can go when its
 * owner does.
 */
@Entity({ schema: 'audit', name: 'inspector' })
export class InspectorEntity {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'PK_inspector' })
  accountId: string;

  @Column('text')
  name: string;
}
