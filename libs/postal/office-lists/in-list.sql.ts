import { NUMBERS_AT } from '../parcels/numbers-at.sql.js';
import type { OfficeListName } from './office-list.dto.js';

const DELIVERED_FROM = 'parcel.delivery_office_id = any($1::uuid[])';
const LIES_AT = `parcel.number = any(${NUMBERS_AT('$1::uuid[]')})`;
/** Moves by nobody any more, so its promise is not asked after. */
const OPEN = `parcel.closed_at is null and parcel.accepted_at is not null`;
/** The last attempt's reason makes the parcel undeliverable, or it was tried three times (Postal Law 49/2010). */
const UNDELIVERABLE = `(parcel.attempts >= 3 or exists (
  select from postal.attempt where attempt.parcel_number = parcel.number and attempt.next_action = 'return_to_sender'))`;

/** Which parcels stand in a list of the offices `$1` on the day `$2`: SQL conditions on `parcel`. */
export const IN_LIST: Readonly<Record<OfficeListName, string>> = {
  expected: `${DELIVERED_FROM} and parcel.state in ('accepted', 'in_transit')`,
  held: `${LIES_AT} and parcel.state in ('at_delivery_office', 'held', 'attempt_failed')`,
  late: `(${DELIVERED_FROM} or ${LIES_AT}) and ${OPEN} and parcel.promised_on < $2::date`,
  to_return: `${LIES_AT} and (parcel.state = 'returning' or parcel.state in ('held', 'attempt_failed') and ${UNDELIVERABLE})`,
};
