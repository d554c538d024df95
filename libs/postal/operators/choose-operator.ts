import { sql, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';

export interface ChosenOperator {
  id: string;
  code: string;
  name: string;
}

/**
 * The operator the sender named, or the one that serves the sender's province by default (whoever sends hands over at the counter there is), or the first there is.
 * @throws Problem `operator.unknown`
 */
export async function chooseOperator(tx: Tx, operatorCode: string | null, senderProvinceCode: string): Promise<ChosenOperator> {
  const [operator] = operatorCode
    ? await sql<ChosenOperator>(tx, 'select id, code, name from postal.operator where code = $1', [operatorCode])
    : await sql<ChosenOperator>(
        tx,
        `select operator.id, operator.code, operator.name
         from postal.operator left join postal.default_operator d on d.operator_id = operator.id and d.province_code = $1
         order by d.province_code is null, operator.created_at, operator.code limit 1`,
        [senderProvinceCode],
      );
  if (!operator) throw postalProblem('operator.unknown');
  return operator;
}
