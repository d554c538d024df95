import { sql, type Actor, type Tx } from '@choxa/platform';
import { managedOperators } from '../operators/managed-operators.js';
import { postalProblem } from '../postal.problems.js';
import type { BatchState } from './payout-batch.entity.js';

export interface LockedBatch {
  id: string;
  operatorId: string;
  reference: string;
  state: BatchState;
  madeBy: string;
}

/** A batch of an operator the actor manages, held until the transaction ends. @throws Problem `payout.unknown` */
export async function lockedBatch(tx: Tx, actor: Actor, id: string): Promise<LockedBatch> {
  const [batch] = await sql<LockedBatch>(tx, `${BATCH} where id = $1 and operator_id = any($2::uuid[]) for update`, [
    id,
    managedOperators(actor),
  ]);
  if (!batch) throw postalProblem('payout.unknown');
  return batch;
}

/** A parcel in a line, with its amounts in đồng. */
interface LineParcel {
  number: string;
  collectedVnd: number;
  paidVnd: number;
}

/** The parcels in the lines `lineIds` now, by line. */
export async function parcelsOfLines(tx: Tx, lineIds: readonly string[]): Promise<Map<string, LineParcel[]>> {
  const rows = await sql<LineParcel & { lineId: string }>(
    tx,
    `select line_id as "lineId", parcel_number as number, collected_vnd as "collectedVnd", paid_vnd as "paidVnd" from postal.payout_parcel
      where line_id = any($1::uuid[]) and not released order by parcel_number`,
    [lineIds],
  );
  return Map.groupBy(rows, ({ lineId }) => lineId);
}

/** Parcels of the lines `lineIds` are due again. */
export async function releaseParcels(tx: Tx, lineIds: readonly string[]): Promise<void> {
  await sql(tx, 'update postal.payout_parcel set released = true where line_id = any($1::uuid[]) and not released', [lineIds]);
}

const BATCH = `select id, operator_id as "operatorId", reference, state, made_by as "madeBy" from postal.payout_batch`;
