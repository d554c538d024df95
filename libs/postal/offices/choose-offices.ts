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
 * A recipient who asked for a counter of the operator is served from there.
 * @throws Problem `office.none`
 */
export async function chooseOffices(
  tx: Tx,
  operatorId: string,
  sender: Where,
  recipient: Where,
  askedOfficeCode: string | null,
): Promise<{ originOfficeId: string; deliveryOfficeId: string }> {
  return {
    originOfficeId: await nearest(tx, operatorId, sender, ACCEPTING),
    deliveryOfficeId:
      (askedOfficeCode && (await byCode(tx, operatorId, askedOfficeCode))) || (await nearest(tx, operatorId, recipient, DELIVERING)),
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

/** A counter of the operator; null when it has none of this code (any more): the parcel then goes where it would have gone. */
async function byCode(tx: Tx, operatorId: string, code: string): Promise<string | null> {
  const [office] = await sql<{ id: string }>(tx, 'select id from postal.office where operator_id = $1 and code = $2', [operatorId, code]);
  return office?.id ?? null;
}
