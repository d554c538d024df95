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

/** Who sends from where to whom, through whose offices. */
export interface WayAsked {
  operatorId: string;
  sender: Where;
  recipient: Where;
  /** Code of the counter the recipient asked for. */
  officeCode: string | null;
}

export interface ChosenOffices {
  originOfficeId: string;
  deliveryOfficeId: string;
}

/**
 * For each way the acceptance office by the sender's commune (else province) and the delivery office by the recipient's.
 * An operator without an office in the province serves it from its first one elsewhere, so that no request is left without a parcel.
 * A recipient who asked for a counter of the operator is served from there.
 * Only offices open on `day` are chosen.
 * @throws Problem `office.none`
 */
export async function chooseOffices(tx: Tx, ways: readonly WayAsked[], day: string): Promise<ChosenOffices[]> {
  const offices = await sql<{ originOfficeId: string | null; deliveryOfficeId: string }>(tx, OFFICES, [
    ACCEPTING,
    DELIVERING,
    day,
    ways.map((way) => way.operatorId),
    ways.map((way) => way.sender.communeCode),
    ways.map((way) => way.sender.provinceCode),
    ways.map((way) => way.recipient.communeCode),
    ways.map((way) => way.recipient.provinceCode),
    ways.map((way) => way.officeCode),
  ]);
  return offices.map(({ originOfficeId, deliveryOfficeId }) => {
    if (!originOfficeId) throw postalProblem('office.none');
    return { originOfficeId, deliveryOfficeId };
  });
}

const OPEN = 'valid_from <= $3::date and (valid_to is null or valid_to > $3::date)';
const first = (where: string, kinds: string): string => `
  (select id from postal.office where operator_id = way.operator and ${where} and ${OPEN} order by array_position(${kinds}::text[], kind), code limit 1)`;
/** In the commune, else in the province, else anywhere: each asked by its index, for an operator has thousands. */
const nearest = (commune: string, province: string, kinds: string): string =>
  `coalesce(${first(`commune_code = ${commune}`, kinds)}, ${first(`province_code = ${province}`, kinds)}, ${first('true', kinds)})`;

// A counter the operator has no more is as if none was asked for.
const OFFICES = `
  select ${nearest('way.sender_commune', 'way.sender_province', '$1')} as "originOfficeId",
         coalesce((select id from postal.office where operator_id = way.operator and code = way.asked and ${OPEN}),
           ${nearest('way.recipient_commune', 'way.recipient_province', '$2')}) as "deliveryOfficeId"
    from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[]) with ordinality
      as way (operator, sender_commune, sender_province, recipient_commune, recipient_province, asked, place)
   order by way.place`;
