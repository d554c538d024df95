import { Injectable } from '@nestjs/common';
import { Clock, Events, sql, type Tx } from '@choxa/platform';
import { OfficeChanged, type OfficeChangedV1 } from '@choxa/postal-contract';

/** Columns of a change, from the rows `office_change` (here named `change`), `office` and `operator`. */
export const OFFICE_CHANGE = `
  operator.code as "operatorCode", operator.name as "operatorName", office.code as "officeCode", change.name as "officeName", change.version,
  change.changed_at as "changedAt", change.kind, change.commune_code as "communeCode", change.province_code as "provinceCode",
  change.staffed, change.internet, change.public_service as "publicService", change.valid_from::text as "validFrom", change.valid_to::text as "validTo"`;

export type OfficeChangeRow = Omit<OfficeChangedV1, 'changedAt'> & { changedAt: Date };

/** A change as it is told. */
export function toOfficeChanged({ changedAt, ...change }: OfficeChangeRow): OfficeChangedV1 {
  return { ...change, changedAt: changedAt.toISOString() };
}

/** Keeps how offices are described from now on, and tells it. Whoever wrote them calls it in the same transaction, the operator's row locked. */
@Injectable()
export class TellOfficeChanges {
  constructor(
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  async run(tx: Tx, operatorId: string, officeCodes: readonly string[]): Promise<void> {
    const changes = await sql<OfficeChangeRow>(tx, KEEP, [operatorId, officeCodes, this.clock.now()]);
    await this.events.publishAll(tx, OfficeChanged, changes.map(toOfficeChanged));
  }
}

const KEEP = `
  with change as (
    insert into postal.office_change
      (office_id, version, changed_at, name, kind, commune_code, province_code, staffed, internet, public_service, valid_from, valid_to)
    select id, coalesce((select max(version) from postal.office_change where office_id = office.id), 0) + 1, $3, name, kind, commune_code,
      province_code, staffed, internet, public_service, valid_from, valid_to
    from postal.office where operator_id = $1 and code = any($2::text[])
    returning *
  )
  select ${OFFICE_CHANGE}
  from change join postal.office on office.id = change.office_id join postal.operator on operator.id = office.operator_id
  order by office.code`;
