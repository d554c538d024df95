import { Injectable } from '@nestjs/common';
import { fold } from '@choxa/standards';
import { Accounts } from '@choxa/identity';
import { Clock, Database, Events, Trail, violates, type Actor, type Tx } from '@choxa/platform';
import { householdProblem } from '../households.problems.js';
import { MemberEntity } from '../members/member.entity.js';
import { takeBackTicks } from '../review/take-back-tick.js';
import { contactPhone } from './contact-phone.js';
import { HouseholdEntity } from './household.entity.js';
import { HouseholdChanged } from './household.events.js';
import type { HouseholdKind } from './household.rules.js';
import { lockOwnHousehold } from './own-household.js';

export interface EditProfileInput {
  name?: string;
  producerName?: string;
  /** As people type it. */
  phone?: string;
  street?: string;
  kind?: HouseholdKind;
  /** Empty takes it away. */
  registrationNumber?: string | null;
  publishStreet?: boolean;
  inspection?: boolean;
}

/**
 * A household changes what it says about itself. Its commune is not among it: another commune is another approval. Where what somebody has
 * seen is no longer what it says, the tick is taken back, so that the list of officials shows it again.
 */
@Injectable()
export class EditProfile {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: Accounts,
    private readonly events: Events,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` for another's household, `request.invalid` on a phone that is none, `household.exists`. */
  async run(actor: Actor, householdId: string, input: EditProfileInput): Promise<HouseholdEntity> {
    try {
      return await this.db.transaction(async (tx) => {
        const household = await lockOwnHousehold(tx, actor, householdId);
        const changed = changesOf(household, input);
        if (!Object.keys(changed).length) return household;
        await tx.update(HouseholdEntity, { id: householdId }, changed);
        await takeBackTicks(tx, { householdId, codes: groundlessTicks(changed), by: actor.accountId, now: this.clock.now() });
        if (changed.name) await this.renameGrants(tx, actor, householdId, changed.name);
        await this.trail.record(tx, actor, {
          action: 'household.profile-changed',
          subjectKind: 'household',
          subjectId: householdId,
          details: { fields: Object.keys(changed) },
        });
        await this.events.publish(tx, HouseholdChanged, { householdId });
        return Object.assign(household, changed);
      });
    } catch (error) {
      if (violates(error, 'household_once_per_creator')) throw householdProblem('household.exists');
      throw error;
    }
  }

  private async renameGrants(tx: Tx, actor: Actor, householdId: string, label: string): Promise<void> {
    for (const { accountId } of await tx.findBy(MemberEntity, { householdId }))
      await this.accounts.grant(tx, actor, accountId, { role: 'household', scopeKind: 'household', scopeId: householdId, label });
  }
}

/** The given fields that differ from what is stored; null and undefined mean that nothing was given. */
function changesOf(household: HouseholdEntity, { phone, registrationNumber, ...plain }: EditProfileInput): Partial<HouseholdEntity> {
  const given: Partial<HouseholdEntity> = {
    ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined && value !== null)),
    ...(plain.name ? { nameKey: fold(plain.name) } : {}),
    ...(phone ? { phone: contactPhone(phone) } : {}),
    ...(registrationNumber === undefined ? {} : { registrationNumber: registrationNumber || null }),
  };
  return Object.fromEntries(Object.entries(given).filter(([field, value]) => household[field as keyof HouseholdEntity] !== value));
}

/** What was seen of a household before these fields changed. */
function groundlessTicks(changed: Partial<HouseholdEntity>): string[] {
  const codes: string[] = [];
  if (changed.street !== undefined) codes.push('address', 'production_place');
  if (changed.kind !== undefined || changed.registrationNumber !== undefined) codes.push('registration');
  return codes;
}
