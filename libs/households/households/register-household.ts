import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@choxa/platform';
import { FoundHousehold, type RegisterHouseholdInput } from './found-household.js';
import type { HouseholdEntity } from './household.entity.js';

/** Somebody signed in registers the household they sell for, and becomes its first member. */
@Injectable()
export class RegisterHousehold {
  constructor(
    private readonly db: Database,
    private readonly foundHousehold: FoundHousehold,
  ) {}

  /** Throws `place.unknown`, `household.exists`, `request.invalid` on a phone that is none. */
  async run(actor: Actor, input: RegisterHouseholdInput): Promise<HouseholdEntity> {
    return this.db.transaction((tx) => this.foundHousehold.run(tx, actor, { id: actor.accountId, phone: actor.phone }, input));
  }
}
