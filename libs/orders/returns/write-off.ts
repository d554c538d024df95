import { sql, type Tx } from '@choxa/platform';

/** Nothing of a return is sold again. */
export async function writeOff(tx: Tx, returnId: string): Promise<void> {
  await sql(tx, 'update orders.return_line set restocked = 0, written_off = quantity where return_id = $1', [returnId]);
}
