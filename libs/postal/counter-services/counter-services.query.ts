import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, type Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { CounterServiceDto, CounterServiceKindDto, CounterServicesDto } from './counter-service.dto.js';

type RecordRow = Omit<CounterServiceDto, 'recordedAt'> & { recordedAt: Date };

/** As many records of a day as are shown. */
const MOST = 200;

/** What an office served on a day, and in its month. */
@Injectable()
export class CounterServices {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `office.unknown` for an office one is no clerk of */
  async of(actor: Actor, office: string, day = localDay(this.clock.now())): Promise<CounterServicesDto> {
    const officeId = staffOffices(actor, 'clerk').find((id) => id === office.toLowerCase());
    if (!officeId) throw postalProblem('office.unknown');
    const [kinds, records] = await Promise.all([
      this.db.rows<CounterServiceKindDto>('postal.counter-service-kinds', KINDS, [officeId, day]),
      this.db.rows<RecordRow>('postal.counter-services', RECORDS, [officeId, day, MOST]),
    ]);
    return { day, kinds, records: records.map(toRecord) };
  }
}

/** Times inside JSON columns are texts. */
function toRecord({ recordedAt, corrections, ...record }: RecordRow): CounterServiceDto {
  return {
    ...record,
    recordedAt: recordedAt.toISOString(),
    corrections: corrections.map((one) => ({ ...one, recordedAt: new Date(one.recordedAt).toISOString() })),
  };
}

const KINDS = `
  select code, name_vi as "nameVi", name_en as "nameEn", basis, coalesce(sum(count) filter (where day = $2), 0)::int as "ofDay",
    coalesce(sum(count), 0)::int as "ofMonth"
  from postal.counter_service_kind kind left join postal.counter_service served on served.kind = kind.code and served.office_id = $1
    and day >= date_trunc('month', $2::date)::date and day < (date_trunc('month', $2::date) + interval '1 month')::date
  where valid_from <= $2 and (valid_to is null or valid_to > $2)
  group by code, valid_from order by name_vi collate "vi-x-icu"`;

const RECORDS = `
  select id, kind, count, count + coalesce((select sum(count) from postal.counter_service where corrects = record.id), 0)::int as standing,
    recorded_at as "recordedAt", coalesce((
      select json_agg(json_build_object('count', count, 'reason', reason, 'recordedAt', recorded_at) order by recorded_at, id)
        from postal.counter_service where corrects = record.id), '[]') as corrections
  from postal.counter_service record
  where office_id = $1 and day = $2 and corrects is null order by recorded_at desc, id limit $3`;
