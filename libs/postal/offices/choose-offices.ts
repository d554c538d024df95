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
 * Only offices open on `day` are chosen.
 * @throws Problem `office.none`
 */
export async function chooseOffices(
  tx: Tx,
  operatorId: string,
  sender: Where,
  recipient: Where,
  askedOfficeCode: string | null,
  day: string,
): Promise<{ originOfficeId: string; deliveryOfficeId: string }> {
  const [offices] = await sql<{ originOfficeId: string | null; deliveryOfficeId: string }>(tx, OFFICES, [
    operatorId,
    sender.communeCode,
    sender.provinceCode,
    ACCEPTING,
    recipient.communeCode,
    recipient.provinceCode,
    DELIVERING,
    askedOfficeCode,
    day,
  ]);
  const { originOfficeId, deliveryOfficeId } = offices!;
  if (!originOfficeId) throw postalProblem('office.none');
  return { originOfficeId, deliveryOfficeId };
}

const OPEN = 'valid_from <= $9::date and (valid_to is null or valid_to > $9::date)';
const first = (where: string, kinds: string): string => `
  (select id from postal.office where operator_id = $1 and ${where} and ${OPEN} order by array_position(${kinds}::text[], kind), code limit 1)`;
/** In the commune, else in the province, else anywhere: each asked by its index, for an operator has thousands. */
const nearest = (commune: string, province: string, kinds: string): string =>
  `coalesce(${first(`commune_code = ${commune}`, kinds)}, ${first(`province_code = ${province}`, kinds)}, ${first('true', kinds)})`;

// A counter the operator has no more is as if none was asked for.
const OFFICES = `
  select ${nearest('$2', '$3', '$4')} as "originOfficeId",
         coalesce((select id from postal.office where operator_id = $1 and code = $8 and ${OPEN}),
           ${nearest('$5', '$6', '$7')}) as "deliveryOfficeId"`;
