import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';

interface LegEnd {
  id: string;
  code: string;
  name: string;
  kind: string;
}

export interface LegRow {
  id: string;
  fromOffice: LegEnd;
  toOffice: LegEnd;
  departs: string[];
  travelMinutes: number;
  cutOffMinutes: number;
  validFrom: string;
  validTo: string | null;
}

export interface LegFilter {
  /** Legs that begin or end there. */
  office?: string;
  limit?: number;
  cursor?: string;
}

const END = (office: string) =>
  `json_build_object('id', ${office}.id, 'code', ${office}.code, 'name', ${office}.name, 'kind', ${office}.kind)`;

@Injectable()
export class Legs {
  constructor(private readonly db: PostalDatabase) {}

  /** Legs of the operators one manages that run or will run on `day`, between hubs first. */
  async ofManager(actor: Actor, day: string, { office, limit = DEFAULT_LIMIT, cursor }: LegFilter): Promise<Page<LegRow>> {
    const [hubs, from, to, id] = cursor ? decodeCursor(cursor, 4) : [null, null, null, null];
    const rows = await sql<LegRow & { hubs: number; fromCode: string; toCode: string }>(this.db.read, LEGS, [
      managedOperators(actor),
      day,
      office ?? null,
      hubs,
      from,
      to,
      id,
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => [row.hubs, row.fromCode, row.toCode, row.id],
      ({ hubs: _hubs, fromCode: _from, toCode: _to, ...leg }): LegRow => leg,
    );
  }

  /** Whether an operator has any leg, past ones too. */
  async anyOf(operatorId: string): Promise<boolean> {
    return (await sql(this.db.read, 'select 1 from postal.leg where operator_id = $1 limit 1', [operatorId])).length > 0;
  }
}

const LEGS = `
  select leg.id, ${END('begin')} as "fromOffice", ${END('target')} as "toOffice", departs, travel_minutes as "travelMinutes",
    cut_off_minutes as "cutOffMinutes", leg.valid_from::text as "validFrom", leg.valid_to::text as "validTo",
    (begin.kind <> 'hub')::int + (target.kind <> 'hub')::int as hubs, begin.code as "fromCode", target.code as "toCode"
  from postal.leg join postal.office begin on begin.id = leg.from_office_id join postal.office target on target.id = leg.to_office_id
  where leg.operator_id = any($1::uuid[]) and (leg.valid_to is null or leg.valid_to > $2::date)
    and ($3::uuid is null or begin.id = $3 or target.id = $3)
    and ($4::int is null or ((begin.kind <> 'hub')::int + (target.kind <> 'hub')::int, begin.code, target.code, leg.id) > ($4, $5::text, $6::text, $7::uuid))
  order by hubs, begin.code, target.code, leg.id limit $8`;
