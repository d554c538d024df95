import { sql, type Tx } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';
import type { OfficeKind } from './office.entity.js';

interface Where {
  communeCode: string;
  provinceCode: string;
}

/** Where a sender hands over, and where a recipient is served from: the kinds in the sequence of preference. */
const ACCEPTING: OfficeKind[] = ['counter', 'commune_cultural', 'delivery', 'hub'];
const DELIVERING: OfficeKind[] = ['delivery', 'counter', 'commune_cultural', 'hub'];

/**
 * The acceptance office by the sender's commune (else province) and the delivery office by the recipient's.
 * An operator without an office in the province serves it from its first one elsewhere, so that no request is left without a parcel.
 * @throws Problem `office.none`
 */
export async function chooseOffices(
  tx: Tx,
  operatorId: string,
  sender: Where,
  recipient: Where,
): Promise<{ originOfficeId: string; deliveryOfficeId: string }> {
  return {
    originOfficeId: await nearest(tx, operatorId, sender, ACCEPTING),
    deliveryOfficeId: await nearest(tx, operatorId, recipient, DELIVERING),
  };
}

async function nearest(tx: Tx, operatorId: string, { communeCode, provinceCode }: Where, kinds: OfficeKind[]): Promise<string> {
  const [office] = await sql<{ id: string }>(
    tx,
    `select id from postal.office where operator_id = $1
     order by commune_code = $2 desc, province_code = $3 desc, array_position($4::text[], kind), code limit 1`,
    [operatorId, communeCode, provinceCode, kinds],
  );
  if (!office) throw postalProblem('office.none');
  return office.id;
}
