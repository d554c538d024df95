import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Places } from '@choxa/places';
import { Clock, Database, sql, type Actor } from '@choxa/platform';
import { orderProblem } from '../orders.problems.js';
import { addressFields } from './address-fields.rules.js';
import { lockAddresses, offerFirst } from './default-address.js';
import type { SaveAddressDto } from './saved-address.dto.js';
import { SavedAddressEntity } from './saved-address.entity.js';

/** Nobody's list is longer; more would be a list of customers, not of homes. */
const MOST_ADDRESSES = 20;

/** Keeps one more address for the account; the first is the default one. The same address again is not kept twice. */
@Injectable()
export class SaveAddress {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** Its id. Throws `address.too-many`, or what {@link addressFields} throws. */
  async run({ accountId }: Actor, input: SaveAddressDto): Promise<string> {
    const fields = addressFields(input, this.places);
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await lockAddresses(tx, accountId);
      const { recipientName, phone, communeCode, street } = fields;
      const [same] = await sql<{ id: string }>(
        tx,
        `select id from orders.saved_address
          where account_id = $1 and recipient_name = $2 and phone = $3 and commune_code = $4 and street = $5`,
        [accountId, recipientName, phone, communeCode, street],
      );
      const count = await tx.countBy(SavedAddressEntity, { accountId });
      const id = same?.id ?? randomUUID();
      if (!same) {
        if (count >= MOST_ADDRESSES) throw orderProblem('address.too-many');
        await tx.insert(SavedAddressEntity, { ...fields, id, accountId, isDefault: false, savedAt: now, changedAt: now });
      }
      if (input.isDefault || count === 0) await offerFirst(tx, accountId, id);
      return id;
    });
  }
}
