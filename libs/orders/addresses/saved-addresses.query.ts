import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Database, platformProblem, type Actor } from '@choxa/platform';
import { toSavedAddressDto, type SavedAddressDto } from './saved-address.dto.js';
import { SavedAddressEntity } from './saved-address.entity.js';

/** An account's own addresses with their communes of today. */
@Injectable()
export class SavedAddresses {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
  ) {}

  /** The default one first, then in the order they were saved. */
  async of({ accountId }: Actor): Promise<SavedAddressDto[]> {
    const addresses = await this.db.read.find(SavedAddressEntity, {
      where: { accountId },
      order: { isDefault: 'DESC', savedAt: 'ASC', id: 'ASC' },
    });
    return addresses.map((address) => this.withPlace(address));
  }

  /** @throws not-found when it is not there or another account's */
  async one({ accountId }: Actor, id: string): Promise<SavedAddressDto> {
    const address = await this.db.read.findOneBy(SavedAddressEntity, { id, accountId });
    if (!address) throw platformProblem('not-found');
    return this.withPlace(address);
  }

  private withPlace(address: SavedAddressEntity): SavedAddressDto {
    const place = this.places.commune(address.communeCode);
    const { communeName, provinceName } = address;
    const candidates = place ? [] : this.places.resolve({ commune: communeName, province: provinceName }).candidates;
    return toSavedAddressDto(address, place, candidates);
  }
}
