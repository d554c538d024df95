import type { OpenParcels } from '../../facts/open-parcels.js';
import type { IndicatorDto } from '../indicator.dto.js';
import { shareOf } from '../share.rules.js';
import type { ParcelsToAddressDto } from './parcels-to-address.dto.js';
import type { OfficeToAddress, ParcelsToAddress } from './parcels-to-address.query.js';

/** What indicator 13 says beside its headline. */
export type ParcelsBlock = Omit<ParcelsToAddressDto, keyof IndicatorDto>;

export function toParcelsBlock(counts: ParcelsToAddress, open: OpenParcels[], offices: OfficeToAddress[]): ParcelsBlock {
  const { closed } = counts;
  return {
    validlyDelivered: shareOf(counts.validlyDelivered, closed),
    firstAttempt: shareOf(counts.firstAttempt, closed),
    byOperator: counts.operators.map(({ code, toAddress, closed }) => ({ code, ...shareOf(toAddress, closed) })),
    outcomes: counts.outcomes,
    deliveryPlaces: counts.deliveryPlaces,
    failures: counts.failures,
    open,
    byOffice: offices.map(({ operatorCode, officeCode, toAddress, closed }) => ({
      operatorCode,
      officeCode,
      ...shareOf(toAddress, closed),
    })),
  };
}
