import { Entity, PrimaryColumn } from 'typeorm';

/** The id of every scan there is, once. Scans themselves lie by month, where no index can see to this. */
@Entity({ schema: 'postal', name: 'scan_id' })
export class ScanIdEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_scan_id' })
  id: string;
}
