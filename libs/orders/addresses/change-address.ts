import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, platformProblem, type Actor } from '@choxa/platform';
import { addressFields } from './address-fields.rules.js';
import { lockAddresses, offerFirst } from './default-address.js';
import type { SaveAddressDto } from './saved-address.dto.js';
import { SavedAddressEntity } from './saved-address.entity.js';

/** Writes a saved address anew. Orders placed with it stay as they are. */
@Injectable()
export class ChangeAddress {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found` for another account's, or what {@link addressFields} throws. */
  async run({ accountId }: Actor, id: string, input: SaveAddressDto): Promise<void> {
    const fields = addressFields(input, this.places);
    await this.db.transaction(async (tx) => {
      await lockAddresses(tx, accountId);
      const { affected } = await tx.update(SavedAddressEntity, { id, accountId }, { ...fields, changedAt: this.clock.now() });
      if (!affected) throw platformProblem('not-found');
      if (input.isDefault) await offerFirst(tx, accountId, id);
    });
  }
}
