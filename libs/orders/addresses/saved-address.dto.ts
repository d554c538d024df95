import { PlaceDto, toPlaceDto, type Place } from '@choxa/places';
import { Flag, ListOf, Text, Uuid } from '@choxa/platform';
import { formatPhone } from '@choxa/standards';
import type { SavedAddressEntity } from './saved-address.entity.js';

export class SaveAddressDto {
  @Text({ min: 1, max: 40, description: 'The own word for it', example: 'Nhà' }) label: string;
  @Text({ min: 2, max: 100 }) recipientName: string;
  @Text({ min: 8, max: 20, description: 'A Vietnamese mobile number' }) phone: string;
  @Text({ pattern: /^\d{5}$/, max: 5, description: 'Commune code' }) communeCode: string;
  @Text({ min: 1, max: 200, description: 'House number, street, hamlet' }) street: string;
  @Text({ max: 20, optional: true, description: 'Twelve characters, the first five the postcode; spaces do not count' })
  digitalAddress?: string | null;
  @Flag({ optional: true, description: 'Offer it first; the first address always is' }) isDefault?: boolean | null;
}

export class SavedAddressDto {
  @Uuid() id: string;
  @Text() label: string;
  @Text() recipientName: string;
  @Text({ description: 'As people write it', example: '0912 345 678' }) phone: string;
  @Text() communeCode: string;
  @Text({ description: 'Of today; of an outdated address, as it was saved' }) communeName: string;
  @Text({ optional: true, description: 'Null where the address is outdated' }) provinceCode: string | null;
  @Text() provinceName: string;
  @Text() street: string;
  @Text({ optional: true }) digitalAddress: string | null;
  @Flag() isDefault: boolean;
  @Flag({ description: 'Its commune is none today: ask for another before using it' }) outdated: boolean;
  @ListOf(() => PlaceDto, { description: 'Of an outdated address: what its commune may have become' }) candidates: PlaceDto[];
}

export class SavedAddressesDto {
  @ListOf(() => SavedAddressDto) data: SavedAddressDto[];
}

/** @param place the commune of today; null where its code is none any more, with what it may have become in `candidates` */
export function toSavedAddressDto(address: SavedAddressEntity, place: Place | null, candidates: Place[]): SavedAddressDto {
  const { id, label, recipientName, phone, communeCode, street, digitalAddress, isDefault } = address;
  return {
    id,
    label,
    recipientName,
    phone: formatPhone(phone),
    communeCode,
    communeName: place?.name ?? address.communeName,
    provinceCode: place?.provinceCode ?? null,
    provinceName: place?.provinceName ?? address.provinceName,
    street,
    digitalAddress,
    isDefault,
    outdated: !place,
    candidates: candidates.map(toPlaceDto),
  };
}
