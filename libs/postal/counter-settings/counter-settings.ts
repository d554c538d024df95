import { Injectable } from '@nestjs/common';
import { parseCompanyPrefix } from '@choxa/standards';
import { sql, Trail, type TrailActor, type Tx } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';

export interface CounterSetting {
  /** GS1 company prefix; null where the operator holds none. */
  gs1Prefix: string | null;
  phoneOnLabel: boolean;
}

const USUAL: CounterSetting = { gs1Prefix: null, phoneOnLabel: false };

/** What the operator decided, or what holds where it decided nothing. */
export async function counterSetting(tx: Tx, operatorId: string): Promise<CounterSetting> {
  const [row] = await sql<CounterSetting>(
    tx,
    'select gs1_prefix as "gs1Prefix", phone_on_label as "phoneOnLabel" from postal.counter_setting where operator_id = $1',
    [operatorId],
  );
  return row ?? USUAL;
}

/** Keeps an operator's decisions about its labels and bags. */
@Injectable()
export class DecideCounterSetting {
  constructor(
    private readonly db: PostalDatabase,
    private readonly trail: Trail,
  ) {}

  /** The same again changes nothing and leaves no trace. The caller has checked that the operator is the actor's. @throws Problem `operator.prefix` (no GS1 company prefix) */
  async run(actor: TrailActor, operatorId: string, { gs1Prefix, phoneOnLabel }: CounterSetting): Promise<CounterSetting> {
    if (gs1Prefix !== null && !parseCompanyPrefix(gs1Prefix).ok) throw postalProblem('operator.prefix');
    const decided = { gs1Prefix, phoneOnLabel };
    await this.db.transaction(async (tx) => {
      const changed = await sql(
        tx,
        `insert into postal.counter_setting (operator_id, gs1_prefix, phone_on_label) values ($1, $2, $3)
         on conflict (operator_id) do update set gs1_prefix = excluded.gs1_prefix, phone_on_label = excluded.phone_on_label
           where (counter_setting.gs1_prefix, counter_setting.phone_on_label) is distinct from (excluded.gs1_prefix, excluded.phone_on_label)
         returning operator_id`,
        [operatorId, gs1Prefix, phoneOnLabel],
      );
      if (!changed.length) return;
      await this.trail.record(tx, actor, {
        action: 'operator.counter-setting-decided',
        subjectKind: 'operator',
        subjectId: operatorId,
        details: decided,
      });
    });
    return decided;
  }
}
