import type { Places } from '@choxa/places';
import { parsePhone } from '@choxa/standards';
import { orderProblem } from '../orders.problems.js';
import type { SaveAddressDto } from './saved-address.dto.js';
import type { SavedAddressEntity } from './saved-address.entity.js';

type Fields = Omit<SavedAddressEntity, 'id' | 'accountId' | 'isDefault' | 'savedAt' | 'changedAt'>;

const DIGITAL_ADDRESS = /^\d{5}[0-9A-Z]{7}$/;

/** An address as it is kept. Throws `phone.invalid`, `place.unknown` or `address.digital`, each pointing at its field. */
export function addressFields(input: SaveAddressDto, places: Places): Fields {
  const phone = parsePhone(input.phone);
  if (!phone.ok) throw orderProblem('phone.invalid', { errors: [{ pointer: '/phone', code: 'phone.invalid', detail: input.phone }] });
  const place = places.commune(input.communeCode);
  if (!place)
    throw orderProblem('place.unknown', { errors: [{ pointer: '/communeCode', code: 'place.unknown', detail: input.communeCode }] });
  const { label, recipientName, street } = input;
  return {
    label,
    recipientName,
    phone: phone.e164,
    communeCode: place.code,
    communeName: place.name,
    provinceName: place.provinceName,
    street,
    digitalAddress: digitalAddressOf(input.digitalAddress),
  };
}

/** Without the spaces, dots and dashes people write into it, in capitals; null where none is given. */
function digitalAddressOf(typed: string | null | undefined): string | null {
  const text = (typed ?? '').replace(/[\s.-]/g, '').toUpperCase();
  if (!text) return null;
  if (DIGITAL_ADDRESS.test(text)) return text;
  const error = { pointer: '/digitalAddress', code: 'address.digital', detail: typed! };
  throw orderProblem('address.digital', { errors: [error] });
}
