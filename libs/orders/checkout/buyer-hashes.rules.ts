import { pseudonymOf } from '@choxa/platform';
import { addressKey } from '@choxa/standards';

/** Pseudonyms by which a buyer can be told to be somebody of the selling household. */
export interface BuyerHashes {
  account: string | null;
  phone: string;
  address: string | null;
  device: string | null;
}

export function buyerHashes(buyer: {
  accountId: string | null;
  /** E.164. */
  phone: string;
  street: string;
  communeCode: string;
  deviceId: string | null;
}): BuyerHashes {
  const address = addressKey(buyer.street, buyer.communeCode);
  return {
    account: buyer.accountId && pseudonymOf(buyer.accountId),
    phone: pseudonymOf(buyer.phone),
    address: address && pseudonymOf(address),
    device: buyer.deviceId && pseudonymOf(buyer.deviceId),
  };
}
