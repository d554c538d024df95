import { Injectable } from '@nestjs/common';
import { parseCompanyPrefix } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
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

/** Keeps an operator's decisions about its labels and bags. The seed's door. */
@Injectable()
export class DecideCounterSetting {
  constructor(private readonly db: PostalDatabase) {}

  /** @throws Problem `operator.unknown`, `operator.prefix` (no GS1 company prefix) */
  async run(operatorCode: string, { gs1Prefix, phoneOnLabel }: CounterSetting): Promise<void> {
    if (gs1Prefix !== null && !parseCompanyPrefix(gs1Prefix).ok) throw postalProblem('operator.prefix');
    await this.db.transaction(async (tx) => {
      const [operator] = await sql<{ id: string }>(tx, 'select id from postal.operator where code = $1', [operatorCode]);
      if (!operator) throw postalProblem('operator.unknown');
      await sql(
        tx,
        `insert into postal.counter_setting (operator_id, gs1_prefix, phone_on_label) values ($1, $2, $3)
         on conflict (operator_id) do update set gs1_prefix = excluded.gs1_prefix, phone_on_label = excluded.phone_on_label`,
        [operator.id, gs1Prefix, phoneOnLabel],
      );
    });
  }
}
