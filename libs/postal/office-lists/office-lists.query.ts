import { Injectable } from '@nestjs/common';
import { localDay, localDayBounds } from '@choxa/standards';
import { Clock, decodeCursor, DEFAULT_LIMIT, pageOf, type Actor, type Page } from '@choxa/platform';
import { STANDS } from '../cod/cod-journal.js';
import { staffOffices } from '../offices/offices.query.js';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { IN_LIST } from './in-list.sql.js';
import type { ListedParcelDto, OfficeFiguresDto, OfficeListQuery, ProvinceFiguresDto } from './office-list.dto.js';

type ListedRow = Omit<ListedParcelDto, 'stateAt'> & { stateAt: Date };

/** What an office has to do, and what it has done today. */
@Injectable()
export class OfficeLists {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** Whatever has been as it is for longest comes first. */
  async list(actor: Actor, { list, office, limit = DEFAULT_LIMIT, cursor }: OfficeListQuery): Promise<Page<ListedParcelDto>> {
    const [stateAt, number] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const params = [ownOffices(actor, office), this.today(), stateAt, number, limit + 1];
    const rows = await this.db.rows<ListedRow>(`postal.office-list-${list}`, listed(IN_LIST[list]), params);
    return pageOf(
      rows,
      limit,
      (row) => [row.stateAt.toISOString(), row.number],
      (row): ListedParcelDto => ({ ...row, stateAt: row.stateAt.toISOString() }),
    );
  }

  async figures(actor: Actor, office?: string): Promise<OfficeFiguresDto> {
    const { from, until } = localDayBounds(this.today());
    const params = [ownOffices(actor, office), this.today(), from, until];
    const [figures] = await this.db.rows<OfficeFiguresDto>('postal.office-figures', FIGURES, params);
    return figures!;
  }

  /** Of the operators the actor manages, by province. */
  async provinces(actor: Actor): Promise<ProvinceFiguresDto[]> {
    const { from, until } = localDayBounds(this.today());
    return this.db.rows<ProvinceFiguresDto>('postal.province-figures', PROVINCES, [managedOperators(actor), this.today(), from, until]);
  }

  private today(): string {
    return localDay(this.clock.now());
  }
}

function ownOffices(actor: Actor, office?: string): string[] {
  const own = staffOffices(actor);
  return office ? own.filter((id) => id === office.toLowerCase()) : own;
}

// A cursor has milliseconds, so instants are compared in them.
const listed = (condition: string): string => `
  select parcel.number, parcel.state, date_trunc('milliseconds', parcel.state_at) as "stateAt", parcel.promised_on::text as "promisedOn",
         greatest(0, coalesce($2::date - parcel.promised_on, 0)) as "daysLate", parcel.attempts, parcel.cod_vnd as "codVnd",
         parcel.recipient_commune_name as "recipientCommuneName", office.name as "currentOfficeName"
    from postal.parcel left join postal.office on office.id = parcel.current_office_id
   where ${condition} and ($3::timestamptz is null or (date_trunc('milliseconds', parcel.state_at), parcel.number) > ($3, $4::text))
   order by date_trunc('milliseconds', parcel.state_at), parcel.number limit $5`;

const count = (condition: string): string => `(select count(*)::int from postal.parcel where ${condition})`;
const TODAY = (instant: string): string => `${instant} >= $3 and ${instant} < $4`;
const COLLECTED_TODAY = `account = 'cash' and step = 'collected' and ${STANDS('entry')} and ${TODAY('booked_at')}`;

const FIGURES = `
  select ${count(IN_LIST.expected)} as expected, ${count(IN_LIST.held)} as held, ${count(IN_LIST.late)} as late,
         ${count(IN_LIST.to_return)} as "toReturn",
         ${count(`origin_office_id = any($1::uuid[]) and ${TODAY('accepted_at')}`)} as "acceptedToday",
         ${count(`delivery_office_id = any($1::uuid[]) and outcome = 'EMI' and ${TODAY('closed_at')}`)} as "deliveredToday",
         (select count(*)::int from postal.attempt join postal.parcel on parcel.number = parcel_number
           where delivery_office_id = any($1::uuid[]) and ${TODAY('tried_at')}) as "failedToday",
         (select coalesce(sum(amount_vnd), 0)::bigint from postal.cod_entry entry where office_id = any($1::uuid[]) and ${COLLECTED_TODAY})
           as "collectedTodayVnd",
         (select coalesce(sum(held_vnd), 0)::bigint from postal.cash_drawer where office_id = any($1::uuid[])) as "heldVnd"`;

const PROVINCES = `
  with own as (
    select province_code, min(province_name) as province_name, count(*)::int as offices
      from postal.office where operator_id = any($1::uuid[]) group by 1),
  parcels as (
    select office.province_code, count(*) filter (where closed_at is null)::int as open,
           count(*) filter (where closed_at is null and promised_on < $2::date)::int as late,
           count(*) filter (where parcel.state in ('at_delivery_office', 'held', 'attempt_failed'))::int as held,
           count(*) filter (where outcome = 'EMI' and ${TODAY('closed_at')})::int as delivered
      from postal.parcel join postal.office on office.id = delivery_office_id
     where parcel.operator_id = any($1::uuid[]) and accepted_at is not null and (closed_at is null or ${TODAY('closed_at')}) group by 1),
  cash as (
    select office.province_code, sum(held_vnd)::bigint as held
      from postal.cash_drawer join postal.office on office.id = office_id where office.operator_id = any($1::uuid[]) group by 1)
  select own.province_code as "provinceCode", own.province_name as "provinceName", own.offices, coalesce(parcels.open, 0) as open,
         coalesce(parcels.late, 0) as late, coalesce(parcels.held, 0) as held, coalesce(parcels.delivered, 0) as "deliveredToday",
         coalesce(cash.held, 0) as "heldVnd"
    from own left join parcels using (province_code) left join cash using (province_code) order by own.province_code`;
