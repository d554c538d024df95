import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { addDays, localDay } from '@choxa/standards';
import { Clock, Events, idempotent, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { PublicServiceServed } from '@choxa/postal-contract';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import type { CorrectCounterServiceDto, RecordCounterServiceDto } from './counter-service.dto.js';

/** Later than this a forgotten day is no longer added. */
const DAYS_BACK = 31;

/** One row to be written; `count` is a difference where it `corrects` another. */
interface NewRecord {
  officeId: string;
  kind: string;
  day: string;
  count: number;
  corrects: string | null;
  reason: string | null;
}

/** A clerk counts the public services that an office served on a day, and puts a wrong count right. */
@Injectable()
export class RecordCounterService {
  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /**
   * Answers `{ id }` as JSON text.
   * @throws Problem `office.unknown` for an office of others, `service.day`, `service.kind-unknown`
   */
  async run(actor: Actor, { office, kind, day, count }: RecordCounterServiceDto, key: string): Promise<string> {
    const officeId = staffOffices(actor, 'clerk').find((id) => id === office.toLowerCase());
    if (!officeId) throw postalProblem('office.unknown');
    const today = localDay(this.clock.now());
    if (day > today || day < addDays(today, -DAYS_BACK)) throw postalProblem('service.day');
    const record = { officeId, kind, day, count, corrects: null, reason: null };
    const request = { owner: actor.accountId, route: 'postal.counter-service', key, body: record };
    return this.db.transaction((tx) =>
      idempotent(tx, request, this.clock.now(), async () => {
        await this.checkKind(tx, kind, day);
        return { id: await this.add(tx, actor, record) };
      }),
    );
  }

  /**
   * Adds the difference to what stands. Answers `{ id }` of the correction as JSON text.
   * @throws Problem `service.unknown`, also for a record of other offices or for a correction; `service.right-already`
   */
  async correct(actor: Actor, id: string, { rightCount, reason }: CorrectCounterServiceDto, key: string): Promise<string> {
    const request = { owner: actor.accountId, route: 'postal.counter-service-correction', key, body: { id, rightCount, reason } };
    return this.db.transaction((tx) =>
      idempotent(tx, request, this.clock.now(), async () => {
        const { standing, ...record } = await this.lock(tx, actor, id);
        if (rightCount === standing) throw postalProblem('service.right-already');
        return { id: await this.add(tx, actor, { ...record, count: rightCount - standing, corrects: id, reason }) };
      }),
    );
  }

  private async checkKind(tx: Tx, kind: string, day: string): Promise<void> {
    const [known] = await sql(
      tx,
      'select 1 from postal.counter_service_kind where code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)',
      [kind, day],
    );
    if (!known) throw postalProblem('service.kind-unknown');
  }

  /** A record of the actor's offices with what stands of it; rival corrections wait for each other. */
  private async lock(tx: Tx, actor: Actor, id: string): Promise<Pick<NewRecord, 'officeId' | 'kind' | 'day'> & { standing: number }> {
    const own = staffOffices(actor, 'clerk');
    const [office] = await sql(
      tx,
      `select office.id from postal.counter_service record join postal.office on office.id = record.office_id
        where record.id = $1 and record.corrects is null and office.id = any($2::uuid[]) for no key update of office`,
      [id, own],
    );
    if (!office) throw postalProblem('service.unknown');
    const [record] = await sql<Pick<NewRecord, 'officeId' | 'kind' | 'day'> & { standing: number }>(
      tx,
      `select office_id as "officeId", kind, day::text, count + coalesce((select sum(count) from postal.counter_service where corrects = $1), 0)::int as standing
         from postal.counter_service where id = $1`,
      [id],
    );
    return record!;
  }

  private async add(tx: Tx, actor: Actor, { officeId, kind, day, count, corrects, reason }: NewRecord): Promise<string> {
    const id = randomUUID();
    await sql(
      tx,
      `insert into postal.counter_service (id, office_id, kind, day, count, corrects, reason, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, officeId, kind, day, count, corrects, reason, actor.accountId, this.clock.now()],
    );
    const [office] = await sql<{ operatorCode: string; officeCode: string; communeCode: string; provinceCode: string }>(
      tx,
      `select operator.code as "operatorCode", office.code as "officeCode", commune_code as "communeCode", province_code as "provinceCode"
         from postal.office join postal.operator on operator.id = office.operator_id where office.id = $1`,
      [officeId],
    );
    await this.events.publish(tx, PublicServiceServed, { recordId: id, ...office!, kind, count, day, corrects });
    const action = corrects ? 'counter-service.corrected' : 'counter-service.recorded';
    const details = { kind, day, count, ...(corrects ? { corrects, reason } : {}) };
    await this.trail.record(tx, actor, { action, subjectKind: 'counter-service', subjectId: id, details });
    return id;
  }
}
