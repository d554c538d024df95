import { Injectable } from '@nestjs/common';
import { Accounts, CounterCodes, NewDelegation, type DelegationTerms } from '@choxa/identity';
import { Places } from '@choxa/places';
import { Database, type Actor, type Tx } from '@choxa/platform';
import { householdProblem } from '../households.problems.js';
import { FoundHousehold } from '../households/found-household.js';
import type { HouseholdEntity } from '../households/household.entity.js';
import { reviewScope } from '../households/household.rules.js';

export interface CounterRegistration extends DelegationTerms {
  /** E.164; the code went there. */
  phone: string;
  code: string;
  /** The member's own name; taken where the account has none yet. */
  personName: string;
  name: string;
  communeCode: string;
  street: string;
}

/**
 * A clerk registers a household at the counter: account, household and delegation in one go, with the code read out from its phone. It still
 * waits for an approval, which another person gives.
 */
@Injectable()
export class RegisterAtCounter {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly accounts: Accounts,
    private readonly codes: CounterCodes,
    private readonly foundHousehold: FoundHousehold,
    private readonly newDelegation: NewDelegation,
  ) {}

  /**
   * Throws `counter.elsewhere` outside the clerk's places, `counter.own-phone`, `counter.code-wrong`, `counter.code-expired`, and what
   * {@link FoundHousehold} and {@link NewDelegation} throw; a code that was right then still works.
   */
  async run(actor: Actor, input: CounterRegistration): Promise<{ household: HouseholdEntity; delegationId: string }> {
    this.requireOwnPlace(actor, input.communeCode);
    if (input.phone === actor.phone) throw householdProblem('counter.own-phone');
    const outcome = await this.db.transaction((tx) => this.attempt(tx, actor, input));
    // Thrown after the commit: a wrong guess counts.
    if (typeof outcome === 'string') throw householdProblem(outcome);
    return outcome;
  }

  private async attempt(tx: Tx, actor: Actor, input: CounterRegistration) {
    const guess = await this.codes.spend(tx, actor, input.phone, input.code);
    if (guess !== 'right') return guess === 'wrong' ? 'counter.code-wrong' : 'counter.code-expired';
    const { personName, name, communeCode, street, duties, until } = input;
    const founder = await this.accounts.ensure(tx, { phone: input.phone, name: personName });
    const household = await this.foundHousehold.run(tx, actor, founder, { name, communeCode, street, producerName: personName });
    const sides = { clerkId: actor.accountId, member: founder, household };
    const delegation = await this.newDelegation.ask(tx, actor, sides, { duties, until });
    await this.newDelegation.confirm(tx, actor, delegation);
    return { household, delegationId: delegation.id };
  }

  private requireOwnPlace(actor: Actor, communeCode: string): void {
    const { provinceCodes, communeCodes } = reviewScope(actor, ['clerk']);
    const commune = this.places.commune(communeCode);
    if (commune && !communeCodes.includes(communeCode) && !provinceCodes.includes(commune.provinceCode))
      throw householdProblem('counter.elsewhere', {
        errors: [{ pointer: '/communeCode', code: 'counter.elsewhere', detail: commune.name }],
      });
  }
}
